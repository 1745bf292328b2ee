import { record } from '#audit'
import { listReleaseLines, type ReleaseLine } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { listServed, type ServedPerson } from '#referrals'
import type { Attendee } from './diversions.table.ts'
import { endAction, insertAction, insertMeeting, type MeetingRow, selectMeeting } from './work-group.store.ts'

/** Who may call a meeting, and see its agenda: whoever follows cases. */
export const CONVENERS = ['navigator', 'case-manager', 'provider'] as const

export type NewMeeting = {
  readonly id: string
  readonly heldAt: Date
  readonly place: string
  readonly attendees: readonly Attendee[]
}

/** Writes a meeting down, with who sits at the table and gave their word. */
export const callMeeting = (
  asActor: AsActor,
  actor: MemberActor,
  { id, heldAt, place, attendees }: NewMeeting,
): Promise<{ readonly id: string }> =>
  asActor(actor, async (tx) => {
    const isNew = await insertMeeting(tx, {
      ...{ id, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId, heldAt, place },
      ...{ madeByMemberId: actor.memberId, attendees: JSON.stringify(attendees) },
    })
    if (isNew)
      await record(tx, {
        ...{ action: 'diversions.call-meeting', subjectKind: 'work-group-meeting', subjectIds: [id] },
        outcome: 'done',
      })
    return { id }
  })

/**
 * Of these people, those whose live lines name every organization at the table with the least that an agenda tells: that
 * they take part. A line that names one member covers no organization. Nothing is said of anybody else, nor of how many
 * they are.
 */
export const coveredBy = (
  lines: readonly Pick<
    ReleaseLine,
    | 'personId'
    | 'recipientOrganizationId'
    | 'recipientMemberId'
    | 'dataClasses'
    | 'withheldClasses'
    | 'isLive'
  >[],
  organizationIds: readonly string[],
): ReadonlySet<string> => {
  const covers = lines.filter(
    (line) =>
      line.isLive &&
      line.recipientMemberId === null &&
      line.dataClasses.includes('enrolled') &&
      !line.withheldClasses.includes('enrolled'),
  )
  const ofPerson = Map.groupBy(covers, ({ personId }) => personId)
  return new Set(
    [...ofPerson]
      .filter(([, own]) => {
        const named = new Set(own.map(({ recipientOrganizationId }) => recipientOrganizationId))
        return organizationIds.every((id) => named.has(id))
      })
      .map(([personId]) => personId),
  )
}

/**
 * The agenda as it may be read aloud now, asked for anew at each look. That it was made for these organizations is in the
 * audit record before it is shown.
 */
export const makeAgenda = async (
  asActor: AsActor,
  actor: MemberActor,
  meetingId: string,
): Promise<readonly ServedPerson[] | Refusal<'not-found'>> => {
  const covered = await asActor<ReadonlySet<string> | undefined>(actor, async (tx) => {
    const meeting = await selectMeeting(tx, meetingId)
    return meeting && coveredAt(tx, actor, meeting)
  })
  if (!covered) return { refused: 'not-found' }
  const people: ServedPerson[] = []
  // One by one, so that the ledger tells of nobody who is not on the agenda.
  for (const personId of covered)
    people.push(
      ...(await listServed(asActor, actor, { purpose: 'the agenda of a work group', personId })).slice(0, 1),
    )
  return people.sort((one, other) => one.submittedAt.getTime() - other.submittedAt.getTime())
}

const coveredAt = async (tx: Tx, actor: MemberActor, meeting: MeetingRow): Promise<ReadonlySet<string>> => {
  const others = [
    ...new Set(
      meeting.attendees
        .map(({ organizationId }) => organizationId)
        .filter((id) => id !== actor.organizationId),
    ),
  ]
  const lines = await listReleaseLines(tx, { fromOrganizationId: actor.organizationId, state: 'live' })
  const covered = coveredBy(lines, others)
  await record(tx, {
    ...{ action: 'diversions.make-agenda', subjectKind: 'person', subjectIds: [...covered], outcome: 'seen' },
    ...{ dataClasses: ['identity', 'enrolled'], detail: { meeting: meeting.id } },
  })
  return others.length === 0 ? new Set() : covered
}

export type NewAction = {
  readonly id: string
  readonly meetingId: string
  readonly words: string
  readonly owner: string
  /** YYYY-MM-DD */
  readonly dueOn: string
}

export const noteAction = (
  asActor: AsActor,
  actor: MemberActor,
  action: NewAction,
): Promise<{ readonly id: string } | Refusal<'not-found'>> =>
  asActor<{ readonly id: string } | Refusal<'not-found'>>(actor, async (tx) => {
    if (!(await selectMeeting(tx, action.meetingId))) return { refused: 'not-found' }
    const isNew = await insertAction(tx, {
      ...{ ...action, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId },
      madeByMemberId: actor.memberId,
    })
    if (isNew) await recordAction(tx, 'diversions.note-action', action.id)
    return { id: action.id }
  })

/** Says that it was done; said twice, it is said once. */
export const finishAction = (
  asActor: AsActor,
  actor: MemberActor,
  meetingId: string,
  id: string,
): Promise<{ readonly id: string } | Refusal<'not-found'>> =>
  asActor<{ readonly id: string } | Refusal<'not-found'>>(actor, async (tx) => {
    if (!(await selectMeeting(tx, meetingId))) return { refused: 'not-found' }
    if (await endAction(tx, meetingId, id)) await recordAction(tx, 'diversions.finish-action', id)
    return { id }
  })

const recordAction = (tx: Tx, action: `diversions.${string}`, id: string): Promise<void> =>
  record(tx, {
    ...{ action, subjectKind: 'work-group-action', subjectIds: [id], outcome: 'done' },
    dataClasses: ['own-submission'],
  })
