import { record } from '#audit'
import { findMembers, findOrganizations } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { findRequest, selectRequests } from './privacy-request.store.ts'
import { accountingFrom, type PrivacyRequest } from './privacy-request.ts'

/** More than a county's office has open at once. */
const MOST = 500

/**
 * What was asked of the privacy office, what waits first, by the day on which it is due: for the county's privacy officer
 * all of it, for a person their own, for everybody else nothing.
 */
export const listPrivacyRequests = (asActor: AsActor, actor: Actor): Promise<PrivacyRequest[]> =>
  asActor(actor, async (tx) => {
    const rows = await selectRequests(tx, MOST)
    if (rows.length > 0)
      await record(tx, {
        action: 'my-record.requests',
        subjectKind: 'privacy-request',
        subjectIds: rows.map(({ id }) => id),
        outcome: 'seen',
        dataClasses: ['releases'],
      })
    return namedRequests(tx, rows)
  })

/** One of them, by its id; undefined for what is not the actor's to know. */
export const findPrivacyRequest = (
  asActor: AsActor,
  actor: Actor,
  id: Id<'privacy-request'>,
): Promise<PrivacyRequest | undefined> =>
  asActor(actor, async (tx) => {
    const row = await findRequest(tx, id)
    if (!row) return undefined
    await record(tx, {
      action: 'my-record.request',
      subjectKind: 'privacy-request',
      subjectIds: [id],
      outcome: 'seen',
      dataClasses: ['releases'],
    })
    return (await namedRequests(tx, [row]))[0]
  })

type Row = NonNullable<Awaited<ReturnType<typeof findRequest>>>

const namedRequests = async (tx: Tx, rows: readonly Row[]): Promise<PrivacyRequest[]> => {
  const ids = (column: 'aboutOrganizationId' | 'takenByMemberId') => [
    ...new Set(rows.flatMap((row) => row[column] ?? [])),
  ]
  const organizations = await findOrganizations(tx, ids('aboutOrganizationId'))
  // The person is not told who works on it, only that somebody does.
  const members = tx.actor.kind === 'member' ? await findMembers(tx, ids('takenByMemberId')) : undefined
  return rows.map((row) => {
    const about = row.aboutOrganizationId ? organizations.get(row.aboutOrganizationId) : undefined
    const taker = row.takenByMemberId
    return {
      id: row.id,
      kind: row.kind,
      personId: row.personId,
      about: about && { id: about.id, name: about.name },
      words: row.words,
      replyTo: row.replyTo,
      paidThemselves: row.paidThemselves,
      language: row.language,
      askedAt: row.askedAt,
      tellsFrom: accountingFrom(row.askedAt),
      dueAt: row.dueAt,
      takenAt: row.takenAt,
      takenBy:
        taker && members ? { memberId: taker, name: members.get(taker)?.name ?? 'A member' } : undefined,
      extendedAt: row.extendedAt,
      extendedBecause: row.extendedBecause,
      answeredAt: row.answeredAt,
      outcome: row.outcome,
      answer: row.answer,
    }
  })
}
