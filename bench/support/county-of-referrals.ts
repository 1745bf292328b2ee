import type pg from 'pg'
import { COUNTY, ORGANIZATIONS } from '../../src/app/demo/organizations.ts'

const ORGANIZATIONS_EACH_SIDE = 20

/**
 * Fills the demonstration county with referrals between twenty police departments and twenty places, two a person, half
 * of them answered and one in ten of those under a release, so that the demonstration's own police and place have a
 * twentieth each. Written past triggers and foreign keys: a million by the front door would take an hour.
 */
export const addReferrals = async (
  admin: pg.Client,
  count: { referrals: number; releases: number },
): Promise<void> => {
  await admin.query('set session_replication_role = replica')
  await admin.query(
    `insert into organization (id, jurisdiction_id, name, kind, is_criminal_justice, is_part2_program)
     select uuidv7(), $1, side.name || ' ' || n, side.kind, side.is_police, not side.is_police
     from (values ('Police', 'police', true), ('Place', 'treatment-provider', false)) as side (name, kind, is_police),
       generate_series(2, $2) as n`,
    [COUNTY.id, ORGANIZATIONS_EACH_SIDE],
  )
  await admin.query(
    `create temp table invented as
     select n, uuidv7() as id, police.ids[1 + n % $5] as from_id, place.ids[1 + n / 7 % $5] as to_id,
       now() - n * interval '20 s' as at
     from generate_series(1, $1) as n,
       (select array[$2::uuid] || array_agg(id) as ids from organization where name like 'Police %') police,
       (select array[$3::uuid] || array_agg(id) as ids from organization where name like 'Place %'
         and jurisdiction_id = $4) place`,
    [count.referrals, ORGANIZATIONS.police.id, ORGANIZATIONS.lantern.id, COUNTY.id, ORGANIZATIONS_EACH_SIDE],
  )
  await admin.query('alter table invented add person_id uuid')
  await admin.query(
    `update invented set person_id = ('0199f000-0000-7000-8000-' || lpad(to_hex(n / 2), 12, '0'))::uuid`,
  )
  await admin.query(
    `insert into person (id, jurisdiction_id, organization_id)
     select distinct on (person_id) person_id, $1::uuid, from_id from invented`,
    [COUNTY.id],
  )
  await admin.query(
    `insert into referral (id, jurisdiction_id, person_id, from_organization_id, to_organization_id, to_service_id,
       needs, payer, agrees_to_contact, contact_way, submitted_at, answer_due_at, open_until)
     select id, $1, person_id, from_id, to_id, (select id from service limit 1), '{treatment}', 'medicaid', true, 'call',
       at, at + interval '30 min', at + interval '72 h' from invented`,
    [COUNTY.id],
  )
  await admin.query(
    `insert into referral_identity (referral_id, jurisdiction_id, from_organization_id, to_organization_id, name,
       contact, whereabouts, shared)
     select id, $1, from_id, to_id, 'Sam ' || n, '207-555-0199', 'Dock Street', true from invented`,
    [COUNTY.id],
  )
  await admin.query(
    `insert into handoff_step (id, referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id,
       step, by_organization_id, at)
     select uuidv7(), id, $1::uuid, person_id, from_id, to_id, 'submitted', from_id, at from invented
     union all
     select uuidv7(), id, $1::uuid, person_id, from_id, to_id, step, to_id, at + interval '20 min'
     from invented, (values ('accepted'), ('arrived')) as later (step) where n % 2 = 0`,
    [COUNTY.id],
  )
  await admin.query(
    `insert into referral_answer (referral_id, jurisdiction_id, to_organization_id, answer, answered_at)
     select id, $1, to_id, 'accepted', at + interval '20 min' from invented where n % 2 = 0`,
    [COUNTY.id],
  )
  await addReleases(admin, count)
  await admin.query('set session_replication_role = origin')
  await admin.query('vacuum analyze')
}

const addReleases = async (
  admin: pg.Client,
  { referrals, releases }: { referrals: number; releases: number },
): Promise<void> => {
  const every = Math.max(2, Math.floor(referrals / releases))
  await admin.query(
    `create temp table signed as
     select uuidv7() as id, person_id, from_id, to_id, at from invented where n % $1 = 0 limit $2`,
    [every, releases],
  )
  await admin.query(
    `insert into release (id, jurisdiction_id, person_id, from_organization_id, kind, obtained_by_member_id, status,
       activated_at, signed_at, purpose)
     select id, $1, person_id, to_id, 'named-recipient', (select id from member limit 1), 'active', at, at, 'To tell'
     from signed`,
    [COUNTY.id],
  )
  await admin.query(
    `insert into release_line (id, release_id, jurisdiction_id, person_id, from_organization_id,
       recipient_organization_id, data_classes, expires_at, active, participant_interest)
     select uuidv7(), id, $1, person_id, to_id, from_id, '{handoff,contact-made}', now() + interval '90 days', true,
       'So that the officer knows I am safe'
     from signed`,
    [COUNTY.id],
  )
}
