import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { readDay } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { askForCapacity, takeBackLinks } from './ask-for-capacity.ts'
import { CallPage } from './call.page.tsx'
import { readTap } from './capacity.ts'
import { checkFact } from './check-fact.ts'
import { getService } from './get-service.ts'
import { TELLERS } from './keepers.ts'
import type { NetworkNeeds } from './network-needs.ts'
import { getPlaceState } from './place-state.ts'
import {
  CALL_RESULTS,
  CAPACITY_LEVELS,
  type CallResult,
  type CapacityLevel,
  FACTS,
  type Fact,
} from './profile.ts'
import { recordCall } from './record-call.ts'
import { sayCapacity } from './say-capacity.ts'

const isLevel = (text: string): text is CapacityLevel => Object.hasOwn(CAPACITY_LEVELS, text)
const isResult = (text: string): text is CallResult => Object.hasOwn(CALL_RESULTS, text)
const isFact = (text: string): text is Fact => Object.hasOwn(FACTS, text)
const idIn = (fields: FormFields): string => {
  const id = firstOf(fields, 'id')
  return isId(id) ? id : newId()
}

const HALF_A_YEAR_MS = 183 * 86_400_000

/** A moment that has passed, and not too long ago: a call that was kept on a device says when it was. */
const pastMoment = (text: string, now: Date): Date | undefined => {
  const at = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? new Date(text) : undefined
  const age = at ? now.getTime() - at.getTime() : Number.NaN
  return age > 0 && age < HALF_A_YEAR_MS ? at : undefined
}

/** Where a tap on capacity leads back to; anything else would let an address send people on. */
const RETURNS: Readonly<Record<string, string>> = { desk: '/desk#capacity' }

/** Writing down what was heard of a place: room, how a call went, what is still true. Nothing about a person. */
export const tellRoutes = ({ asActor }: NetworkNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  const teller = requireMember(...TELLERS)

  const page = async (
    c: Context<Env & MemberEnv>,
    form: { errors?: Readonly<Record<string, string>>; fields?: FormFields } = {},
  ) => {
    const { actor, timeZone } = c.get('signedIn')
    const id = c.req.param('serviceId') ?? ''
    const now = new Date()
    const found = isId(id)
      ? await asActor(actor, async (tx) => {
          const place = await getService(tx, id)
          return place && { place, state: await getPlaceState(tx, actor, place, now) }
        })
      : undefined
    if (!found?.state.mayTell) return c.notFound()
    const made = CallPage({ frame: c.get('frame'), ...found, zone: timeZone, now, ...form })
    return c.html(made, form.errors ? 422 : 200)
  }

  routes.post('/places/:serviceId/capacity', teller, async (c) => {
    const { actor } = c.get('signedIn')
    const serviceId = c.req.param('serviceId')
    const fields = await formFields(c)
    const level = firstOf(fields, 'level')
    const tap = readTap(firstOf(fields, 'tap'))
    if (!isId(serviceId) || !isLevel(level) || !tap) return c.notFound()
    const calls = actor.roles.some((role) => role === 'navigator' || role === 'case-manager')
    const place = await asActor(actor, (tx) => getService(tx, serviceId))
    if (!place) return c.notFound()
    const channel = place.mayChange || !calls ? 'member' : 'phone'
    const done = await sayCapacity(asActor, actor, { id: idIn(fields), serviceId, level, ...tap, channel })
    if (isRefusal(done)) return c.notFound()
    return c.redirect(RETURNS[firstOf(fields, 'returnTo')] ?? `/places/${serviceId}?done=said#capacity`, 303)
  })

  routes.get('/places/:serviceId/call', teller, (c) => page(c))

  routes.post('/places/:serviceId/call', teller, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const serviceId = c.req.param('serviceId')
    const fields = await formFields(c)
    const [result, level] = [firstOf(fields, 'result'), firstOf(fields, 'level')]
    if (!isId(serviceId) || !isResult(result) || !isLevel(level)) return page(c)
    const [year, month, day] = ['year', 'month', 'day'].map((part) => firstOf(fields, `forOn-${part}`))
    const forOn = readDay(year ?? '', month ?? '', day ?? '')
    const days = firstOf(fields, 'waitlistDays')
    if (result === 'accepted-for' && !forOn)
      return page(c, { fields, errors: { forOn: 'Give the day for which they would take somebody.' } })
    if (result === 'waitlist' && days !== '' && !/^\d{1,3}$/.test(days))
      return page(c, { fields, errors: { waitlistDays: 'Give a number of days, or none.' } })
    const done = await recordCall(asActor, actor, {
      ...{ id: idIn(fields), serviceId, result, level, forOn, zone },
      waitlistDays: days === '' ? undefined : Number(days),
      calledAt: pastMoment(firstOf(fields, 'calledAt'), new Date()),
    })
    if (isRefusal(done)) return c.notFound()
    return c.redirect(`/places/${serviceId}?done=called#calls`, 303)
  })

  routes.post('/places/:serviceId/check', teller, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const serviceId = c.req.param('serviceId')
    const fields = await formFields(c)
    const [fact, holds] = [firstOf(fields, 'fact'), firstOf(fields, 'holds')]
    if (!isId(serviceId) || !isFact(fact) || (holds !== 'yes' && holds !== 'no')) return c.notFound()
    const source = firstOf(fields, 'source') === 'website' ? 'website' : 'phone'
    const checked = { id: idIn(fields), serviceId, fact, holds: holds === 'yes', source, zone } as const
    const done = await checkFact(asActor, actor, checked)
    return isRefusal(done) ? c.notFound() : c.redirect(`/places/${serviceId}/call#ask-${fact}`, 303)
  })

  routes.post('/places/:serviceId/link', teller, async (c) => {
    const { actor } = c.get('signedIn')
    const serviceId = c.req.param('serviceId')
    const fields = await formFields(c)
    if (!isId(serviceId)) return c.notFound()
    const back = (done: string) => c.redirect(`/places/${serviceId}?done=${done}#capacity`, 303)
    if (firstOf(fields, 'do') === 'take-back') {
      const ended = await takeBackLinks(asActor, actor, serviceId)
      return isRefusal(ended) ? c.notFound() : back('taken-back')
    }
    const asked = await askForCapacity(asActor, actor, { id: idIn(fields), serviceId, now: new Date() })
    if (!isRefusal(asked)) return back('sent')
    return asked.refused === 'no-such-service' ? c.notFound() : back(asked.refused)
  })

  return routes
}
