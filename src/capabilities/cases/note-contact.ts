import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { Channel } from './case.ts'
import { insertEntry, selectCase, updateLastContact } from './cases.store.ts'

export type Contact = {
  /** Made by whoever writes: sent twice, it is one. */
  readonly id: Id<'case-entry'>
  readonly caseId: Id<'case-file'>
  readonly channel: Channel
  /** Whether they spoke with the person; else it was an attempt. */
  readonly reached: boolean
  readonly at: Date
  /** How long it took. */
  readonly minutes?: number | undefined
  /** A short note, at most 4,000 letters. */
  readonly words?: string | undefined
}

/** Writes down that somebody was reached, or that it was tried. `not-known`: no case that the actor may see. */
export const noteContact = async (
  tx: Tx,
  actor: MemberActor,
  contact: Contact,
): Promise<{ readonly id: string } | Refusal<'not-known'>> => {
  const { id, caseId, channel, reached, at, minutes, words } = contact
  if (!(await selectCase(tx, caseId))) return { refused: 'not-known' }
  const first = await insertEntry(tx, {
    ...{ id, caseId, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId },
    ...{ kind: reached ? ('contact' as const) : ('attempt' as const), channel, happenedAt: at },
    ...{ recordedByMemberId: actor.memberId, minutes: minutes ?? null, words: words?.trim() || null },
    ...{ what: null, amountCents: null, aboutEntryId: null },
  })
  if (!first) return { id }
  if (reached) await updateLastContact(tx, caseId, at)
  await record(tx, {
    ...{ action: 'cases.note-contact', subjectKind: 'case-file', subjectIds: [caseId], outcome: 'done' },
    ...{ dataClasses: ['care-plan', 'contact-made'], detail: { channel, reached } },
  })
  return { id }
}
