import { type Context, Hono } from 'hono'
import type { Env, MemberEnv } from '#identity'
import { addDays, dayAt, endOfDay, readDay } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { assessBreach } from './assess-breach.ts'
import { BreachPage } from './breach.page.tsx'
import { BREACH_KINDS, type BreachFinding, type BreachKind, type Told } from './breach.ts'
import { FINDING_SENTENCES, TOLD_WORDS } from './breach-words.ts'
import { BreachesPage, NewBreachPage } from './breaches.page.tsx'
import { closeBreach } from './close-breach.ts'
import { countAffected } from './count-affected.ts'
import { addToldPeople, removeAffected } from './list-affected.ts'
import { findBreach, listBreaches } from './list-breaches.ts'
import { listCountyOrganizations } from './list-county-organizations.ts'
import { noteBreachNotice } from './note-breach-notice.ts'
import { openBreach } from './open-breach.ts'
import { listTold } from './read-ledger.ts'
import { requireOffice } from './require-office.routes.ts'

type In = Context<Env & MemberEnv>
type Errors = Readonly<Record<string, string>>

const NO_DAY = 'Write a day, such as 11 24 2026.'

const SENTENCES: Readonly<Record<string, Errors>> = {
  'too-few': { affected: 'More people are on the list.' },
  'too-many': { state: 'That is more than all of them.' },
  'nobody-told': { to: 'The ledger names nobody for these days.' },
  'told-before': { closing: 'That they were told stands here already.' },
  'not-owed': { closing: 'Nobody has to tell them, or this is closed.' },
  'not-open': { closing: 'This is closed: nothing of it changes.' },
  'note-missing': { closing: 'Write what was learned.' },
  'not-assessed': { closing: 'Assess it first: all four factors.' },
  'not-counted': { affected: 'Say first how many people.' },
  'notices-missing': { closing: 'Not everybody was told who has to be.' },
}

/** The breach register: writing one down, and going on with it until it is closed. */
export const breachRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.get('/privacy/breaches', requireOffice, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const breaches = await listBreaches(asActor, actor)
    const justClosed = c.req.query('closed') === '1'
    return c.html(
      BreachesPage({ frame: c.get('frame'), breaches, justClosed, now: new Date(), zone: timeZone }),
    )
  })

  const newPage = async (c: In, id: string, fields: FormFields = {}, errors: Errors = {}) => {
    const { actor, timeZone } = c.get('signedIn')
    const organizations = await listCountyOrganizations(asActor, actor)
    const made = NewBreachPage({
      ...{ frame: c.get('frame'), id, organizations, fields, errors, now: new Date(), zone: timeZone },
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/privacy/breaches/new', requireOffice, (c) => newPage(c, newId()))

  routes.post('/privacy/breaches', requireOffice, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const fields = await formFields(c)
    const sent = firstOf(fields, 'id')
    const id = isId(sent) ? sent : newId()
    const [discoveredOn, how] = [dayIn(fields, 'discovered'), firstOf(fields, 'how')]
    const isKnownHow = Object.hasOwn(BREACH_KINDS, how)
    const today = dayAt(new Date(), timeZone)
    const missing = {
      ...(discoveredOn ? {} : { discovered: NO_DAY }),
      ...(isKnownHow ? {} : { how: 'Choose how it happened.' }),
      ...(firstOf(fields, 'organization') ? {} : { organization: 'Choose whose records they were.' }),
      ...(firstOf(fields, 'what') ? {} : { what: 'Write what happened.' }),
    }
    const organizationId = firstOf(fields, 'organization')
    if (!discoveredOn || Object.keys(missing).length > 0) return newPage(c, id, fields, missing)
    const what = firstOf(fields, 'what').slice(0, 4000)
    const input = { ...{ id, organizationId, discoveredOn, what }, how: how as BreachKind }
    if (!isId(organizationId))
      return newPage(c, id, fields, { organization: 'Choose whose records they were.' })
    const done = await openBreach(asActor, actor, input, today)
    if (isRefusal(done)) return newPage(c, id, fields, done.fields)
    return c.redirect(`/privacy/breaches/${id}?done=opened`, 303)
  })

  const page = async (c: In, fields: FormFields = {}, errors: Errors = {}) => {
    const { actor, timeZone } = c.get('signedIn')
    const id = c.req.param('id')
    const found = isId(id) ? await findBreach(asActor, actor, id) : undefined
    if (!found) return c.notFound()
    const made = BreachPage({
      ...{ ...found, frame: c.get('frame'), fields, errors, now: new Date(), zone: timeZone },
      recipients: found.breach.closedAt ? [] : await listTold(asActor, actor),
      done: c.req.query('done') ?? '',
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/privacy/breaches/:id', requireOffice, (c) => page(c))

  /** Does something about one breach, and shows it again: with what was wrong, or that it was done. */
  const act = (
    path: string,
    part: string,
    run: (c: In, id: string, fields: FormFields) => Promise<object | Refusal>,
  ) =>
    routes.post(`/privacy/breaches/:id/${path}`, requireOffice, async (c) => {
      const id = c.req.param('id')
      if (!isId(id) || !(await findBreach(asActor, c.get('signedIn').actor, id))) return c.notFound()
      const fields = await formFields(c)
      const done = await run(c, id, fields)
      if (isRefusal(done)) return page(c, fields, done.fields ?? SENTENCES[done.refused])
      if (part === 'closed') return c.redirect('/privacy/breaches?closed=1', 303)
      return c.redirect(`/privacy/breaches/${id}?done=${part}`, 303)
    })

  act('affected', 'counted', async (c, id, fields) => {
    const affected = numberIn(fields, 'affected')
    const state = firstOf(fields, 'state') === '' ? null : numberIn(fields, 'state')
    if (affected === undefined) return incomplete({ affected: 'Write a number, such as 12.' })
    if (state === undefined) return incomplete({ state: 'Write a number, or nothing.' })
    return countAffected(asActor, c.get('signedIn').actor, id, { affected, mostInOneState: state })
  })

  act('affected/told', 'listed', async (c, id, fields) => {
    const { actor, timeZone } = c.get('signedIn')
    const recipient = firstOf(fields, 'to')
    const [from, until] = [dayIn(fields, 'from'), dayIn(fields, 'until')]
    if (!isId(recipient) || !from || !until)
      return incomplete({
        ...(isId(recipient) ? {} : { to: 'Choose who was told.' }),
        ...(from ? {} : { from: NO_DAY }),
        ...(until ? {} : { until: NO_DAY }),
      })
    const span = {
      toOrganizationId: recipient,
      from: new Date(endOfDay(addDays(from, -1), timeZone).getTime() + 1),
      before: new Date(endOfDay(until, timeZone).getTime() + 1),
    }
    return addToldPeople(asActor, actor, id, span)
  })

  act('affected/remove', 'listed', async (c, id, fields) => {
    const person = firstOf(fields, 'person')
    if (isId(person)) await removeAffected(asActor, c.get('signedIn').actor, id, person)
    return {}
  })

  act('assessment', 'assessed', (c, id, fields) => {
    const finding = firstOf(fields, 'finding')
    const text = (name: string) => firstOf(fields, name).slice(0, 4000)
    const factors = {
      ...{ nature: text('nature'), recipient: text('recipient') },
      ...{ acquired: text('acquired'), mitigated: text('mitigated') },
      finding: Object.hasOwn(FINDING_SENTENCES, finding) ? (finding as BreachFinding) : undefined,
    }
    return assessBreach(asActor, c.get('signedIn').actor, id, factors, new Date())
  })

  act('notices', 'told', async (c, id, fields) => {
    const { actor, timeZone } = c.get('signedIn')
    const [told, on] = [firstOf(fields, 'told'), dayIn(fields, 'on')]
    if (!Object.hasOwn(TOLD_WORDS, told)) return { refused: 'not-owed' }
    if (!on) return incomplete({ on: NO_DAY })
    const notice = { told: told as Told, on, how: firstOf(fields, 'how').slice(0, 2000) }
    return noteBreachNotice(asActor, actor, id, notice, dayAt(new Date(), timeZone))
  })

  act('close', 'closed', (c, id, fields) =>
    closeBreach(asActor, c.get('signedIn').actor, id, firstOf(fields, 'closing').slice(0, 4000), new Date()),
  )

  return routes
}

const incomplete = (fields: Errors): Refusal => ({ refused: 'incomplete', fields })

const dayIn = (fields: FormFields, name: string) =>
  readDay(
    ...(['year', 'month', 'day'].map((part) => firstOf(fields, `${name}-${part}`)) as [
      string,
      string,
      string,
    ]),
  )

const numberIn = (fields: FormFields, name: string): number | undefined =>
  /^\d{1,7}$/.test(firstOf(fields, name)) ? Number(firstOf(fields, name)) : undefined
