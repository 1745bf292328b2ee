import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import { readDay } from '#kernel/calendar-day.ts'
import { isId } from '#kernel/ids.ts'
import { phoneLink } from '#kernel/phone-link.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { findOnRoster, listRoster } from './read-roster.ts'
import { RosterPage } from './roster.page.tsx'
import { DAYS, type DayPart, isDayPart } from './roster.ts'
import { callSooner, leaveRoster, setAvailability } from './set-availability.ts'
import type { In } from './station-view.routes.ts'

const JOINS = ['angel', 'navigator', 'case-manager'] as const
const ORDERS = ['navigator', 'case-manager', 'manager'] as const

const hoursIn = (fields: FormFields): DayPart[] =>
  DAYS.flatMap((_, index) => (fields[`day-${index + 1}`] ?? []).map((part) => `${index + 1}-${part}`)).filter(
    isDayPart,
  )

const typed = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month, day: date }
}

/** Who can be called to a station: each for themselves, and their program in which order. */
export const rosterRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const reads = requireMember(...JOINS, 'manager')
  const orders = (c: In) => c.get('signedIn').actor.roles.some((role) => ORDERS.some((one) => one === role))

  const page = async (c: In, form?: { fields: FormFields; errors: Record<string, string> }) => {
    const { actor, timeZone: zone, organizationName: programName, isCriminalJustice } = c.get('signedIn')
    const own = await findOnRoster(asActor, actor)
    const now = new Date()
    const list = await asActor(actor, (tx) => listRoster(tx, { called: new Set(), now, zone }))
    const sent = form?.fields
    const made = RosterPage({
      ...{ frame: c.get('frame'), programName, isOnIt: own !== undefined, orders: orders(c) },
      joins: !isCriminalJustice && actor.roles.some((role) => JOINS.some((one) => one === role)),
      own: sent
        ? {
            ...{ phone: firstOf(sent, 'phone'), hours: hoursIn(sent) },
            away: {
              ...{ year: firstOf(sent, 'away-year'), month: firstOf(sent, 'away-month') },
              day: firstOf(sent, 'away-day'),
            },
          }
        : {
            ...{ phone: own?.phone ?? '', hours: own?.hours ?? [] },
            away: own?.awayUntil ? typed(own.awayUntil) : undefined,
          },
      list: list
        .toSorted((one, other) => one.place - other.place)
        .map((one) => ({ ...one, isOwn: one.memberId === actor.memberId })),
      errors: form?.errors ?? {},
      saved: c.req.query('said') === 'saved',
    })
    return c.html(made, form ? 422 : 200)
  }

  routes.get('/visits/roster', reads, (c) => page(c))

  routes.post('/visits/roster', requireMember(...JOINS), async (c) => {
    const { actor, isCriminalJustice } = c.get('signedIn')
    // Police never keep an intake: nobody of theirs is an angel.
    if (isCriminalJustice) return c.notFound()
    const fields = await formFields(c)
    if (firstOf(fields, 'leave') === 'yes') {
      await leaveRoster(asActor, actor)
      return c.redirect('/visits/roster', 303)
    }
    const phone = firstOf(fields, 'phone').slice(0, 40).toWellFormed()
    const parts = ['year', 'month', 'day'].map((part) => firstOf(fields, `away-${part}`))
    const awayUntil = readDay(parts[0] ?? '', parts[1] ?? '', parts[2] ?? '')
    const errors = {
      ...(phoneLink(phone) ? {} : { phone: 'Write a number that a station can call.' }),
      ...(parts.some(Boolean) && !awayUntil ? { away: 'Write a whole day, or leave it empty.' } : {}),
    }
    if (Object.keys(errors).length > 0) return page(c, { fields, errors })
    await setAvailability(asActor, actor, { phone, hours: hoursIn(fields), awayUntil })
    return c.redirect('/visits/roster?said=saved', 303)
  })

  routes.post('/visits/roster/:member/sooner', requireMember(...ORDERS), async (c) => {
    const id = c.req.param('member')
    if (!isId(id) || isRefusal(await callSooner(asActor, c.get('signedIn').actor, id))) return c.notFound()
    return c.redirect('/visits/roster', 303)
  })

  return routes
}
