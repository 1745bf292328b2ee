import { record } from '#audit'
import { findMembers, getCounty, listColleagues } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { newSessionCode } from './certificate-code.ts'
import { findSetting } from './change-setting.ts'
import { insertCompletions } from './completion.store.ts'
import { type CourseCard, completionOf } from './completion.ts'
import {
  insertAttendance,
  insertSession,
  type SessionRow,
  selectAttendance,
  selectSession,
  selectSessions,
  updateClosed,
} from './session.store.ts'
import type { Trainer } from './training.table.ts'

const MOST_SHOWN = 50

const ofSession = (id: string, action: `training.${string}`) =>
  ({ action, subjectKind: 'training-session', subjectIds: [id], outcome: 'done' }) as const

/** Plans training in a room, with the code by which people sign in there. */
export const planSession = (
  asActor: AsActor,
  actor: MemberActor,
  session: {
    readonly id: string
    readonly course: CourseCard
    readonly heldAt: Date
    readonly minutes: number
    readonly place: string | undefined
    readonly trainers: readonly Trainer[]
  },
): Promise<void> =>
  asActor(actor, async (tx) => {
    const { id, course, heldAt, minutes } = session
    const first = await insertSession(tx, {
      ...{ id, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId },
      ...{ course: course.slug, version: course.version, title: course.title, heldAt, minutes },
      place: session.place ?? null,
      trainers: JSON.stringify(session.trainers),
      code: newSessionCode(),
      madeByMemberId: actor.memberId,
    })
    if (first)
      await record(tx, { ...ofSession(id, 'training.plan-session'), detail: { course: course.slug } })
  })

/** The sessions of the actor's organization, the newest first. */
export const listSessions = (asActor: AsActor, actor: MemberActor): Promise<SessionRow[]> =>
  asActor(actor, (tx) => selectSessions(tx, actor.organizationId, MOST_SHOWN))

/** A session with who was there, as far as the actor may see it. */
export const findSession = async (tx: Tx, id: string) => {
  const session = await selectSession(tx, 'id', id)
  if (!session) return undefined
  const there = await selectAttendance(tx, id)
  const names = await findMembers(
    tx,
    there.map(({ memberId }) => memberId),
  )
  return {
    ...session,
    there: there.map((one) => ({ ...one, name: names.get(one.memberId)?.name ?? 'Somebody' })),
  }
}

/** The session that a code on the wall stands for; undefined where the actor's organization has none. */
export const findSessionByCode = (
  asActor: AsActor,
  actor: MemberActor,
  code: string,
): Promise<SessionRow | undefined> => asActor(actor, (tx) => selectSession(tx, 'code', code))

/** Signs the actor in to the session whose code they scanned. */
export const signInToSession = (
  asActor: AsActor,
  actor: MemberActor,
  code: string,
): Promise<SessionRow | Refusal<'no-session' | 'closed'>> =>
  asActor(actor, async (tx) => {
    const session = await selectSession(tx, 'code', code)
    if (!session) return { refused: 'no-session' }
    if (session.closedAt) return { refused: 'closed' }
    const { memberId, jurisdictionId, organizationId } = actor
    const written = await insertAttendance(tx, [
      {
        sessionId: session.id,
        memberId,
        jurisdictionId,
        organizationId,
        how: 'code',
        notedByMemberId: memberId,
      },
    ])
    if (written > 0) await record(tx, ofSession(session.id, 'training.sign-in'))
    return session
  })

/** Notes from the sheet who was there; whoever is noted already is left as they are. */
export const noteAttendance = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
  memberIds: readonly string[],
): Promise<{ readonly noted: number } | Refusal<'no-session' | 'closed'>> =>
  asActor(actor, async (tx) => {
    const session = await selectSession(tx, 'id', id)
    if (!session) return { refused: 'no-session' }
    if (session.closedAt) return { refused: 'closed' }
    const colleagues = new Set(
      (await listColleagues(tx, [actor.organizationId])).map((one) => one.id as string),
    )
    const { memberId: notedByMemberId, jurisdictionId, organizationId } = actor
    const rows = memberIds
      .filter((memberId) => colleagues.has(memberId))
      .map((memberId) => ({
        sessionId: id,
        memberId,
        jurisdictionId,
        organizationId,
        how: 'sheet' as const,
        notedByMemberId,
      }))
    const noted = await insertAttendance(tx, rows)
    if (noted > 0) await record(tx, { ...ofSession(id, 'training.note-attendance'), detail: { noted } })
    return { noted }
  })

/** Closes a session: nobody signs in any more, and everybody who was there has their certificate. */
export const closeSession = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
): Promise<{ readonly certificates: number } | Refusal<'no-session' | 'closed'>> =>
  asActor(actor, async (tx) => {
    const session = await findSession(tx, id)
    if (!session) return { refused: 'no-session' }
    if (!(await updateClosed(tx, id))) return { refused: 'closed' }
    const setting = await findSetting(tx, actor.organizationId)
    const { timeZone } = await getCounty(tx, actor.jurisdictionId)
    const course = {
      slug: session.course,
      title: session.title,
      version: session.version,
      minutes: session.minutes,
    }
    const certificates = await insertCompletions(
      tx,
      session.there.map(({ memberId, name }) =>
        completionOf(actor, setting, {
          ...{
            member: { id: memberId, name },
            course,
            on: dayAt(session.heldAt, timeZone),
            how: 'classroom',
          },
          ...{ sessionId: id, from: id },
        }),
      ),
    )
    await record(tx, { ...ofSession(id, 'training.close-session'), detail: { certificates } })
    return { certificates }
  })
