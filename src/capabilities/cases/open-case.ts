import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId, type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { addTasks } from './add-task.ts'
import { followUpDays } from './case.ts'
import {
  insertCase,
  insertEntry,
  insertIdentity,
  selectCase,
  selectCaseOf,
  selectIsKnown,
} from './cases.store.ts'
import { changeCase } from './change-case.ts'
import { nameSounds } from './name-sounds.ts'

const DAY_MS = 86_400_000

/** Who somebody is, in what they said of themselves. Nothing here is asked for twice, and nothing has to be given. */
export type Known = {
  readonly called?: string | undefined
  /** YYYY-MM-DD */
  readonly bornOn?: string | undefined
  readonly phone?: string | undefined
  readonly howToReach?: string | undefined
  readonly language?: string | undefined
  readonly whereabouts?: string | undefined
}

export type NewCase = {
  /** Made by whoever starts; left out, it follows from organization and person. */
  readonly id?: Id<'case-file'> | undefined
  readonly personId: Id<'person'>
  /** By which they came; the actor's organization said yes to it. Left out for somebody whom the organization entered itself. */
  readonly referralId?: Id<'referral'> | undefined
  readonly pathwayVersionId?: string | undefined
  readonly known?: Known | undefined
  readonly caseManagerId?: Id<'member'> | undefined
  /** Since when, where it is entered later than it was; now unless said. */
  readonly openedAt?: Date | undefined
  /** `intake` while an intake has to be done; then `intakeDueAt` makes it a task. */
  readonly status?: 'intake' | 'active' | undefined
  readonly intakeDueAt?: Date | undefined
  /** From when the follow-ups at 1, 7, 30 and 90 days are counted; left out, there are none. */
  readonly followUpFrom?: Date | undefined
}

export type OpenedCase = { readonly caseId: Id<'case-file'>; readonly isNew: boolean }

/**
 * Opens the case of a person with the actor's organization. Where there is one it is that one, with everything in it: closed,
 * it is opened again. Asked twice, nothing happens twice.
 *
 * Refused as `not-known` when the organization neither entered this person nor said yes to this referral, which is the same
 * answer as for somebody who does not exist.
 */
export const openCase = async (
  tx: Tx,
  actor: MemberActor,
  input: NewCase,
): Promise<OpenedCase | Refusal<'not-known'>> => {
  const { jurisdictionId, organizationId, memberId } = actor
  const own = { jurisdictionId, organizationId }
  const before = await selectCaseOf(tx, organizationId, input.personId)
  if (before) {
    const caseId = before.mergedIntoId ?? before.id
    const standing = before.mergedIntoId ? await selectCase(tx, caseId) : before
    if (standing?.status === 'closed') await changeCase(tx, actor, { caseId, status: 'active' })
    await addFollowUps(tx, actor, caseId, input)
    return { caseId, isNew: false }
  }
  if (!(await selectIsKnown(tx, input.personId, input.referralId))) return { refused: 'not-known' }
  const caseId = input.id ?? derivedId('case-file', `${organizationId} ${input.personId}`)
  const first = await insertCase(tx, {
    ...own,
    id: caseId,
    personId: input.personId,
    referralId: input.referralId ?? null,
    pathwayVersionId: input.pathwayVersionId ?? null,
    openedByMemberId: memberId,
    openedAt: input.openedAt ?? new Date(),
    status: input.status ?? 'active',
    outcome: null,
    caseManagerId: input.caseManagerId ?? null,
    lastContactAt: null,
    mergedIntoId: null,
  })
  if (!first) {
    // Somebody of the organization was quicker: theirs is the case.
    const theirs = await selectCaseOf(tx, organizationId, input.personId)
    return theirs ? { caseId: theirs.id, isNew: false } : { refused: 'not-known' }
  }
  const { known } = input
  await insertIdentity(tx, {
    ...own,
    caseId,
    called: known?.called ?? null,
    bornOn: known?.bornOn ?? null,
    phone: known?.phone ?? null,
    howToReach: known?.howToReach ?? null,
    language: known?.language ?? null,
    whereabouts: known?.whereabouts ?? null,
    sounds: nameSounds(known?.called),
  })
  await insertEntry(tx, {
    ...own,
    ...{
      id: newId(),
      caseId,
      kind: 'opened',
      happenedAt: input.openedAt ?? new Date(),
      recordedByMemberId: memberId,
    },
    ...{ channel: null, minutes: null, what: input.referralId ? 'referral' : 'by-hand', words: null },
    ...{ amountCents: null, aboutEntryId: null },
  })
  await record(tx, {
    ...{ action: 'cases.open', subjectKind: 'case-file', subjectIds: [caseId], outcome: 'done' },
    dataClasses: ['identity', 'enrolled', 'care-plan'],
  })
  await addFollowUps(tx, actor, caseId, input)
  return { caseId, isNew: true }
}

/** Their ids follow from the case and the day from which they count, so that they are made once. */
const addFollowUps = async (
  tx: Tx,
  actor: MemberActor,
  caseId: Id<'case-file'>,
  { followUpFrom, intakeDueAt, status, caseManagerId }: NewCase,
): Promise<void> => {
  const from = followUpFrom
  const follow = from
    ? followUpDays(from, new Date()).map((days) => ({
        id: derivedId('case-task', `follow-up ${caseId} ${from.toISOString().slice(0, 10)} ${days}`),
        ...{ caseId, kind: 'follow-up' as const, assignedMemberId: caseManagerId },
        title: `${days}-day follow-up`,
        dueAt: new Date(from.getTime() + days * DAY_MS),
      }))
    : []
  const intake =
    status === 'intake' && intakeDueAt
      ? [
          {
            ...{ id: derivedId('case-task', `intake ${caseId}`), caseId, assignedMemberId: caseManagerId },
            ...{ kind: 'deadline' as const, title: 'Intake', dueAt: intakeDueAt },
          },
        ]
      : []
  await addTasks(tx, actor, [...intake, ...follow])
}
