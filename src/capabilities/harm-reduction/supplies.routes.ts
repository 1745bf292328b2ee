import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { dayAt } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { formFields } from '#platform/http/form-body.ts'
import type { LedgerRefusal } from './add-event.ts'
import { addPlaceForKits, changePlaceForKits } from './add-holder.ts'
import { listWaiting } from './list-requests.ts'
import { BalancePage, LedgerPage, LotPage } from './lot.page.tsx'
import { nameLiaison, readRoster } from './name-liaison.ts'
import { readPlaceForm } from './place-form.ts'
import { PlacesPage } from './places.page.tsx'
import { QuartersPage } from './quarters.page.tsx'
import { explainBalance, readLedger, readLot, recallLot } from './read-lot.ts'
import { openRecordForm, readStock } from './read-stock.ts'
import { RecordPage } from './record.page.tsx'
import { correctEvent, countKits, receiveKits, recordEvent } from './record-event.ts'
import { type Errors, isRecordedKind, type RecordedKind, readRecordForm, type Typed } from './record-form.ts'
import { readQuarters, sendQuarter } from './report-quarter.ts'
import { RosterPage } from './roster.page.tsx'
import { StockPage } from './stock.page.tsx'
import { idOf, typedOf } from './typed.ts'
import { KEEPERS, type MayLeaveBehind } from './who-keeps.ts'

type In = Context<Env & MemberEnv>
type Needs = { readonly asActor: AsActor; readonly mayLeaveBehind?: MayLeaveBehind | undefined }

const SAID: Readonly<Record<string, string>> = {
  receive: 'Put in stock.',
  give: 'Given out.',
  move: 'Moved.',
  return: 'Returned.',
  'leave-behind': 'Recorded. Thank you for leaving it.',
  administer: 'Recorded.',
  expire: 'Taken out of stock.',
  damage: 'Taken out of stock.',
  lose: 'Taken out of stock.',
  count: 'Counted.',
  place: 'Saved.',
  liaison: 'Handed over.',
  quarter: 'Sent.',
  recall: 'Recalled, for the whole county.',
  corrected: 'Taken back.',
}

/** What a refused movement says at its field. */
const errorsFor = ({ refused }: LedgerRefusal): Errors =>
  ({
    short: { kits: 'The book has fewer than that.' },
    counted: { kits: 'Somebody moved kits while you counted. Count once more.' },
    'leave-behind': {
      stock: 'Kits to leave behind are kept apart: they are not used otherwise, and no others are left.',
    },
    corrected: { stock: 'It was taken back before.' },
    'not-found': { stock: 'These kits are not here any more. Choose again.' },
  })[refused]

const PAGE_SIZE = 50

/** The stock of an organization, its lots, every movement, and who carries what. */
export const suppliesRoutes = ({ asActor, mayLeaveBehind }: Needs): Hono<Env> => {
  const routes = new Hono<Env>()
  const keeper = requireMember(...KEEPERS)
  const frameOf = (c: In) => {
    const { timeZone, organizationName } = c.get('signedIn')
    const said = SAID[c.req.query('said') ?? '']
    return { frame: c.get('frame'), now: new Date(), zone: timeZone, organizationName, said }
  }

  routes.get('/supplies', keeper, async (c) => {
    const { actor, isCriminalJustice } = c.get('signedIn')
    const facts = frameOf(c)
    const [stock, requests] = await Promise.all([
      readStock(asActor, actor, facts.now, facts.zone),
      listWaiting(asActor, actor),
    ])
    return c.html(StockPage({ ...facts, ...stock, requests, isPolice: isCriminalJustice }))
  })

  const recordPage = async (
    c: In,
    kind: RecordedKind,
    typed: Typed,
    { id = newId() as string, errors = {} as Errors, isShort = false } = {},
  ) => {
    const facts = frameOf(c)
    const form = await openRecordForm(asActor, c.get('signedIn').actor, facts.now, facts.zone)
    const made = RecordPage({ ...facts, ...form, kind, id, typed, errors, isShort })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  /** Leaving kits behind asks whether somebody has learned how; without anybody to ask, everybody may. */
  const gate = async (c: In, kind: string) => {
    if (kind !== 'leave-behind' || !mayLeaveBehind) return undefined
    const answer = await mayLeaveBehind(c.get('signedIn').actor)
    return answer.may ? undefined : c.redirect(answer.href, 303)
  }

  routes.get('/supplies/record/:kind', keeper, async (c) => {
    const kind = c.req.param('kind')
    if (!isRecordedKind(kind)) return c.notFound()
    return (await gate(c, kind)) ?? recordPage(c, kind, { stock: c.req.query('stock') ?? '' })
  })

  routes.post('/supplies/record/:kind', keeper, async (c) => {
    const kind = c.req.param('kind')
    if (!isRecordedKind(kind)) return c.notFound()
    const shut = await gate(c, kind)
    if (shut) return shut
    const typed = typedOf(await formFields(c))
    const id = idOf(typed)
    const { actor, timeZone } = c.get('signedIn')
    const read = readRecordForm(kind, typed, { now: new Date(), zone: timeZone, id })
    if ('errors' in read) return recordPage(c, kind, typed, { id, errors: read.errors })
    const { form } = read
    const done =
      form.kind === 'receive'
        ? await receiveKits(asActor, actor, { ...form.event, lot: form.lot })
        : form.kind === 'count'
          ? await countKits(asActor, actor, { ...form, id, occurredAt: form.at })
          : await recordEvent(asActor, actor, { ...form.event, to: form.to })
    if (!isRefusal(done)) return c.redirect(`/supplies?said=${kind}`, 303)
    return recordPage(c, kind, typed, { id, errors: errorsFor(done), isShort: done.refused === 'short' })
  })

  routes.get('/supplies/lots/:id', keeper, async (c) => {
    const id = c.req.param('id')
    const facts = frameOf(c)
    const lot = isId(id) && (await readLot(asActor, c.get('signedIn').actor, id, facts.now, facts.zone))
    return lot ? c.html(LotPage({ ...facts, ...lot })) : c.notFound()
  })

  routes.post('/supplies/lots/:id/recall', keeper, async (c) => {
    const id = c.req.param('id')
    const done = isId(id) && (await recallLot(asActor, c.get('signedIn').actor, id))
    return !done || isRefusal(done) ? c.notFound() : c.redirect(`/supplies/lots/${id}?said=recall`, 303)
  })

  routes.get('/supplies/lots/:id/:holder', keeper, async (c) => {
    const [lotId, holderId] = [c.req.param('id'), c.req.param('holder')]
    const found =
      isId(lotId) &&
      isId(holderId) &&
      (await explainBalance(asActor, c.get('signedIn').actor, { lotId, holderId }))
    return found ? c.html(BalancePage({ ...frameOf(c), ...found })) : c.notFound()
  })

  const ledgerPage = async (c: In, { error, shortId }: { error?: string; shortId?: string } = {}) => {
    const page = Math.max(1, Math.min(10_000, Math.trunc(Number(c.req.query('page')) || 1)))
    const found = await readLedger(asActor, c.get('signedIn').actor, { page, size: PAGE_SIZE })
    const made = LedgerPage({ ...frameOf(c), ...found, page, newId, error, shortId })
    return c.html(made, error ? 422 : 200)
  }

  routes.get('/supplies/events', keeper, (c) => ledgerPage(c))

  routes.post('/supplies/events/:id/correct', keeper, async (c) => {
    const eventId = c.req.param('id')
    if (!isId(eventId)) return c.notFound()
    const typed = typedOf(await formFields(c))
    const done = await correctEvent(asActor, c.get('signedIn').actor, {
      ...{ id: idOf(typed), eventId, isShort: typed.short === 'yes', at: new Date() },
    })
    if (!isRefusal(done)) return c.redirect('/supplies/events?said=corrected', 303)
    if (done.refused === 'not-found') return c.notFound()
    return done.refused === 'short'
      ? ledgerPage(c, { error: 'Whoever got these kits has fewer in the book than that.', shortId: eventId })
      : ledgerPage(c, { error: 'It was taken back before.' })
  })

  const placesPage = async (c: In, typed: Typed = {}, errors: Errors = {}, id: string = newId()) => {
    const facts = frameOf(c)
    const { stock } = await openRecordForm(asActor, c.get('signedIn').actor, facts.now, facts.zone)
    const places = stock.holders.filter(
      ({ kind }) => kind === 'site' || kind === 'vehicle' || kind === 'kiosk',
    )
    const made = PlacesPage({ ...facts, places, id, typed, errors })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/supplies/places', keeper, (c) => placesPage(c))

  routes.post('/supplies/places', keeper, async (c) => {
    const typed = typedOf(await formFields(c))
    const id = idOf(typed)
    const read = readPlaceForm(typed)
    if ('errors' in read) return placesPage(c, typed, read.errors, id)
    await addPlaceForKits(asActor, c.get('signedIn').actor, { id, ...read.place })
    return c.redirect('/supplies/places?said=place', 303)
  })

  routes.post('/supplies/places/:id', keeper, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const typed = typedOf(await formFields(c))
    const read = readPlaceForm(typed)
    if ('errors' in read) return placesPage(c, typed, read.errors)
    const { name, contact, minimumKits } = read.place
    const done = await changePlaceForKits(asActor, c.get('signedIn').actor, {
      id,
      name,
      contact,
      minimumKits,
    })
    return isRefusal(done) ? c.notFound() : c.redirect('/supplies/places?said=place', 303)
  })

  routes.get('/supplies/roster', keeper, async (c) => {
    const facts = frameOf(c)
    const found = await readRoster(asActor, c.get('signedIn').actor, dayAt(facts.now, facts.zone))
    return c.html(RosterPage({ ...facts, ...found, id: newId() }))
  })

  routes.post('/supplies/roster', keeper, async (c) => {
    const typed = typedOf(await formFields(c))
    const memberId = typed.member ?? ''
    if (!isId(memberId)) return c.redirect('/supplies/roster', 303)
    const done = await nameLiaison(asActor, c.get('signedIn').actor, { id: idOf(typed), memberId })
    return isRefusal(done) ? c.notFound() : c.redirect('/supplies/roster?said=liaison', 303)
  })

  routes.get('/supplies/quarters', keeper, async (c) => {
    const facts = frameOf(c)
    const found = await readQuarters(asActor, c.get('signedIn').actor, dayAt(facts.now, facts.zone))
    return c.html(QuartersPage({ ...facts, ...found }))
  })

  routes.post('/supplies/quarters', keeper, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const code = typedOf(await formFields(c)).quarter ?? ''
    const done = await sendQuarter(asActor, actor, { code, today: dayAt(new Date(), timeZone) })
    return isRefusal(done) ? c.notFound() : c.redirect('/supplies/quarters?said=quarter', 303)
  })

  return routes
}
