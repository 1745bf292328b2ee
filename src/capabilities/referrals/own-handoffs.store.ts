import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ReferralTables } from './referrals.table.ts'

const db = (tx: Tx) => tables<ReferralTables>(tx)

/** Referrals about a person, the newest first, with the day on which a place that said yes expects them. */
export const selectAbout = (tx: Tx, personId: string) =>
  db(tx)
    .selectFrom('referral')
    .leftJoin('referralAnswer', 'referralAnswer.referralId', 'referral.id')
    .select([
      'referral.id',
      'referral.fromOrganizationId',
      'referral.toOrganizationId',
      'referral.submittedAt',
      'referral.answerDueAt',
      'referral.withdrawnAt',
      'referralAnswer.forDate',
    ])
    .where('referral.personId', '=', personId)
    .orderBy('referral.submittedAt', 'desc')
    .execute()

/** The last referral of each person whom an organization referred, or took on, the newest first. */
export const selectServed = async (
  tx: Tx,
  organizationId: string,
  which: { personId: string | undefined; limit: number },
) => {
  const { rows } = await sql<{
    personId: string
    referralId: string
    fromOrganizationId: string
    name: string | null
    submittedAt: Date
  }>`
    select * from (
      select distinct on (r.person_id) r.person_id, r.id as referral_id, r.from_organization_id, i.name, r.submitted_at
      from referral r left join referral_identity i on i.referral_id = r.id
      where (r.from_organization_id = ${organizationId}
          or (r.to_organization_id = ${organizationId} and referral_accepted(r.id)))
        and r.person_id = coalesce(${which.personId ?? null}::uuid, r.person_id)
      order by r.person_id, r.submitted_at desc
    ) served
    order by submitted_at desc limit ${which.limit}`.execute(db(tx))
  return rows
}
