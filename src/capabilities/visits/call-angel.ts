import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { lockVisit } from './care.store.ts'
import { findVisit, type Visit } from './get-visit.ts'
import { selectRoster } from './roster.store.ts'
import { type CallAnswer, canAnswer } from './visit.ts'
import { insertCall, updateAnswer, updateHere } from './visits.store.ts'

type Done = { readonly noted: boolean }
type NotDone = Refusal<'not-found' | 'not-now' | 'not-on-roster'>

/** Opens one visit to write in it, with nobody else writing meanwhile. */
const within = (
  asActor: AsActor,
  actor: MemberActor,
  visitId: string,
  work: (tx: Tx, visit: Visit) => Promise<Done | NotDone>,
): Promise<Done | NotDone> =>
  asActor<Done | NotDone>(actor, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await findVisit(tx, actor, visitId)
    return visit ? work(tx, visit) : { refused: 'not-found' }
  })

const noteOf = (tx: Tx, visitId: string, action: `visits.${string}`, detail = {}) =>
  record(tx, {
    ...{ action, subjectKind: 'visit', subjectIds: [visitId], outcome: 'done', dataClasses: ['handoff'] },
    detail,
  })

/** Notes that somebody of the roster is being called for a visit; their clock begins. */
export const callAngel = (
  asActor: AsActor,
  actor: MemberActor,
  call: { readonly id: string; readonly visitId: string; readonly angelMemberId: string; readonly at?: Date },
): Promise<Done | NotDone> =>
  within(asActor, actor, call.visitId, async (tx, visit) => {
    const { id, visitId, angelMemberId, at } = call
    if (visit.side !== 'station') return { refused: 'not-found' }
    if (visit.calls.some((one) => one.id === id)) return { noted: false }
    if (!visit.standing.may.includes('call')) return { refused: 'not-now' }
    const angel = (await selectRoster(tx)).find(({ memberId }) => memberId === angelMemberId)
    if (!angel) return { refused: 'not-on-roster' }
    const { jurisdictionId, organizationId, memberId } = actor
    const noted = await insertCall(tx, {
      ...{ id, visitId, jurisdictionId, organizationId, calledByMemberId: memberId, angelMemberId },
      ...{ angelOrganizationId: angel.organizationId, ...(at ? { calledAt: at } : {}) },
    })
    if (noted) await noteOf(tx, visitId, 'visits.call-angel')
    return { noted }
  })

/**
 * Notes what an angel said: by whoever has them on the phone, or by the angel themselves. Whoever says first that they
 * come is the one.
 *
 * @param said.minutes in how many they will be there, 1 to 240; only of somebody who comes
 */
export const answerCall = (
  asActor: AsActor,
  actor: MemberActor,
  visitId: string,
  said: { readonly callId: string; readonly answer: CallAnswer; readonly minutes?: number | undefined },
): Promise<Done | NotDone> =>
  within(asActor, actor, visitId, async (tx, visit) => {
    const call = visit.calls.find(({ id }) => id === said.callId)
    if (!call || (visit.side === 'program' && call.angelMemberId !== actor.memberId))
      return { refused: 'not-found' }
    if (call.answer === said.answer) return { noted: false }
    if (!canAnswer(call, visit.standing)) return { refused: 'not-now' }
    const { answer, minutes = USUAL_MINUTES } = said
    const noted = await updateAnswer(tx, call.id, answer === 'coming' ? { answer, minutes } : { answer })
    if (noted) await noteOf(tx, visitId, 'visits.answer-call', { answer })
    return { noted }
  })

/** What angels usually take (Hope Not Handcuffs: 15 to 20 minutes), where none was said. */
const USUAL_MINUTES = 20

/** The station, or the angel, says that the angel is there: each for themselves, and only then the officer can go. */
export const sayHere = (asActor: AsActor, actor: MemberActor, visitId: string): Promise<Done | NotDone> =>
  within(asActor, actor, visitId, async (tx, { side, calls, standing }) => {
    const own = side === 'station' ? standing.call : calls.findLast((one) => isComing(one, actor))
    if (standing.at === 'together') return { noted: false }
    if (!own || standing.at !== 'coming' || own.answer !== 'coming') return { refused: 'not-now' }
    const noted = await updateHere(
      tx,
      own.id,
      side === 'station' ? 'hereSaidByStationAt' : 'hereSaidByAngelAt',
    )
    if (noted) await noteOf(tx, visitId, 'visits.say-here', { by: side })
    return { noted }
  })

const isComing = (call: Visit['calls'][number], { memberId }: MemberActor): boolean =>
  call.angelMemberId === memberId && call.answer === 'coming'
