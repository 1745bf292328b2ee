import type { Context } from 'hono'
import { type Env, findMembers, listColleagues, type MemberEnv } from '#identity'
import { newId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findCriteria, mayOverride } from './decide-criteria.ts'
import { findVisit } from './get-visit.ts'
import { listRoster } from './read-roster.ts'
import { StationPage, type StationProps } from './station.page.tsx'
import { saidOf } from './visit-words.ts'

export type In = Context<Env & MemberEnv>

/** The page of a visit as the station has it; not found where it is not theirs. */
export const showToStation = async (
  asActor: AsActor,
  c: In,
  form: Pick<StationProps, 'sent' | 'errors' | 'answers' | 'tried'> = {},
): Promise<Response> => {
  const { actor, timeZone: zone, organizationName } = c.get('signedIn')
  const now = new Date()
  const found = await asActor(actor, async (tx) => {
    const visit = await findVisit(tx, actor, c.req.param('id') ?? '')
    if (visit?.side !== 'station') return undefined
    const called = new Set(visit.calls.map(({ angelMemberId }) => angelMemberId))
    const [criteria, list, colleagues, angels] = await Promise.all([
      findCriteria(tx, actor, zone),
      listRoster(tx, { called, now, zone }),
      listColleagues(tx, [actor.organizationId]),
      findMembers(tx, [...called]),
    ])
    return { visit, criteria, list, colleagues, angels }
  })
  if (!found) return c.notFound()
  const { visit, criteria, list, colleagues, angels } = found
  const nameOf = (callId: string) =>
    angels.get(visit.calls.find(({ id }) => id === callId)?.angelMemberId ?? '')?.name ?? 'An angel'
  const page = StationPage({
    ...{ frame: c.get('frame'), now, zone, visit, stationName: organizationName, criteria, list, nameOf },
    mayOverride: visit.standing.may.includes('override') && mayOverride(actor, visit.noted),
    colleagues: colleagues.filter(({ id, roles }) => id !== actor.memberId && roles.some(isOfStation)),
    ...{ newId: newId(), said: saidOf(c.req.query('said')) },
    ...form,
  })
  return c.html(page, form.errors || form.tried ? 422 : 200)
}

const isOfStation = (role: string): boolean => role === 'officer' || role === 'sergeant'
