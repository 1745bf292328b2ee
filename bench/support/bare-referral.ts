import type pg from 'pg'
import { newId } from '#kernel/ids.ts'

/** What a bare referral is about: rows that are there already. */
export type Parties = {
  readonly jurisdictionId: string
  readonly from: string
  readonly to: string
  readonly serviceId: string
  readonly tokenId: string
}

type Statement = readonly [text: string, values: (row: Row) => readonly unknown[]]

/** The ids and moments of one referral. */
type Row = Parties & {
  readonly [id in 'person' | 'referral' | 'step' | 'link' | 'audit' | 'request']: string
} & { readonly now: Date; readonly due: Date; readonly until: Date }

/** One insert a row, as one writes a transaction by hand. */
const STATEMENTS: readonly Statement[] = [
  [
    'insert into person (id, jurisdiction_id, organization_id) values ($1, $2, $3)',
    (r) => [r.person, r.jurisdictionId, r.from],
  ],
  [
    `insert into referral (id, jurisdiction_id, person_id, from_organization_id, to_organization_id, to_service_id,
      needs, payer, agrees_to_contact, contact_way, submitted_at, answer_due_at, open_until)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    (r) => [
      ...[r.referral, r.jurisdictionId, r.person, r.from, r.to, r.serviceId, ['treatment'], 'medicaid', true],
      ...['call', r.now, r.due, r.until],
    ],
  ],
  [
    `insert into referral_identity (referral_id, jurisdiction_id, from_organization_id, to_organization_id, name,
      contact, whereabouts, shared)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    (r) => [r.referral, r.jurisdictionId, r.from, r.to, 'Sam', '207-555-0199', 'Dock Street', true],
  ],
  [
    `insert into handoff_step (id, referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id,
      step, by_organization_id, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    (r) => [r.step, r.referral, r.jurisdictionId, r.person, r.from, r.to, 'submitted', r.from, r.now],
  ],
  [
    `insert into referral_link (id, referral_id, jurisdiction_id, to_organization_id, purpose, expires_at)
    values ($1, $2, $3, $4, $5, $6)`,
    (r) => [r.link, r.referral, r.jurisdictionId, r.to, 'answer', r.until],
  ],
  [
    `insert into audit_record (id, jurisdiction_id, actor_kind, organization_id, holding_id, action, subject_kind,
      subject_ids, outcome, data_classes, request_id, source)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    (r) => [
      ...[
        r.audit,
        r.jurisdictionId,
        'token',
        r.from,
        r.tokenId,
        'referrals.make',
        'referral',
        [r.referral],
        'done',
      ],
      ...[['own-submission', 'identity'], r.request, '127.0.0.1'],
    ],
  ],
  job('announce-referral', 10, (r) => [linkWork(r), r.now]),
  job('clock-ran-out', 10, (r) => [
    {
      referralId: r.referral,
      toMessageId: newId(),
      coordinatorMessageId: newId(),
      jurisdictionId: r.jurisdictionId,
    },
    r.due,
  ]),
  job('expire-link', 5, (r) => [linkWork(r), r.until]),
]

function job(
  name: string,
  retries: number,
  work: (row: Row) => readonly [data: object, from: Date],
): Statement {
  return [
    `insert into pgboss.job (name, data, start_after, keep_until, retry_limit, retry_delay, retry_backoff,
      retry_delay_max, expire_seconds, deletion_seconds, policy)
    values ($1, $2, $3::timestamptz, $3::timestamptz + interval '14 days', $4, 5, true, 3600, 900, 604800, 'standard')`,
    (row) => [name, ...work(row), retries],
  ]
}

function linkWork({ link, jurisdictionId }: Row): object {
  return { linkId: link, messageId: newId(), jurisdictionId }
}

const newRow = (parties: Parties): Row => {
  const now = new Date()
  return {
    ...parties,
    ...{ person: newId(), referral: newId(), step: newId(), link: newId(), audit: newId(), request: newId() },
    now,
    due: new Date(now.getTime() + 30 * 60_000),
    until: new Date(now.getTime() + 72 * 3_600_000),
  }
}

/** Writes the rows of one referral in one transaction, an insert each, as the superuser and past every policy. */
export const bareReferral = async (client: pg.Client, parties: Parties): Promise<void> => {
  const row = newRow(parties)
  await client.query('begin')
  for (const [text, values] of STATEMENTS) await client.query(text, [...values(row)])
  await client.query('commit')
}

/**
 * Everything that making a referral leaves behind, in one prepared statement, which is a transaction of its own:
 * nobody could do it with less.
 */
const TEXT = `
with person as (
  insert into person (id, jurisdiction_id, organization_id) values ($1, $2, $3)
), referral as (
  insert into referral (id, jurisdiction_id, person_id, from_organization_id, to_organization_id, to_service_id,
    needs, payer, agrees_to_contact, contact_way, submitted_at, answer_due_at, open_until)
  values ($4, $2, $1, $3, $5, $6, '{treatment}', 'medicaid', true, 'call', now(), now() + interval '30 minutes',
    now() + interval '72 hours')
), identity as (
  insert into referral_identity (referral_id, jurisdiction_id, from_organization_id, to_organization_id, name, contact,
    whereabouts, shared)
  values ($4, $2, $3, $5, 'Sam', '207-555-0199', 'Dock Street', true)
), step as (
  insert into handoff_step (id, referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id,
    step, by_organization_id, at)
  values ($7, $4, $2, $1, $3, $5, 'submitted', $3, now())
), link as (
  insert into referral_link (id, referral_id, jurisdiction_id, to_organization_id, purpose, expires_at)
  values ($8, $4, $2, $5, 'answer', now() + interval '72 hours')
), audit as (
  insert into audit_record (id, jurisdiction_id, actor_kind, organization_id, holding_id, action, subject_kind,
    subject_ids, outcome, data_classes, request_id, source)
  values ($9, $2, 'token', $3, $10, 'referrals.make', 'referral', array[$4::uuid], 'done',
    '{own-submission,identity}', $11, '127.0.0.1')
)
insert into pgboss.job (name, data, start_after, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max,
  expire_seconds, deletion_seconds, policy)
values
  ('announce-referral', $12, now(), now() + interval '14 days', 10, 5, true, 3600, 900, 604800, 'standard'),
  ('clock-ran-out', $13, now() + interval '30 minutes', now() + interval '14 days', 10, 5, true, 3600, 900, 604800,
    'standard'),
  ('expire-link', $14, now() + interval '72 hours', now() + interval '17 days', 5, 5, true, 3600, 900, 604800,
    'standard')`

/** The same in one prepared statement: the floor below which no program comes. */
export const shortestReferral = async (client: pg.Client, parties: Parties): Promise<void> => {
  const { jurisdictionId, from, to, serviceId, tokenId } = parties
  const [person, referral, step, link] = [newId(), newId(), newId(), newId()]
  const linkText = () => JSON.stringify({ linkId: link, messageId: newId(), jurisdictionId })
  const clock = { referralId: referral, toMessageId: newId(), coordinatorMessageId: newId(), jurisdictionId }
  await client.query({
    name: 'shortest-referral',
    text: TEXT,
    values: [
      person,
      jurisdictionId,
      from,
      referral,
      to,
      serviceId,
      step,
      link,
      newId(),
      tokenId,
      newId(),
      linkText(),
      JSON.stringify(clock),
      linkText(),
    ],
  })
}
