import { record } from '#audit'
import { findOrganizations } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectRequests } from './privacy-request.store.ts'
import type { PrivacyRequest } from './privacy-request.ts'

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
    const ids = rows.flatMap(({ aboutOrganizationId }) => aboutOrganizationId ?? [])
    const organizations = await findOrganizations(tx, [...new Set(ids)])
    return rows.map((row) => {
      const about = row.aboutOrganizationId ? organizations.get(row.aboutOrganizationId) : undefined
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
        dueAt: row.dueAt,
        extendedAt: row.extendedAt,
        extendedBecause: row.extendedBecause,
        answeredAt: row.answeredAt,
        outcome: row.outcome,
        answer: row.answer,
      }
    })
  })
