import { newId } from '#kernel/ids.ts'
import { tokens } from './identity-rows.ts'
import { farOfficer, HARBOR, INLAND, type Member, members, officer, place } from './people.ts'
import { accessOf } from './person-codes.ts'
import { type Row, row } from './row.ts'
import { type Scenario, scenarios } from './scenarios.ts'

type Actor = {
  kind: string
  member?: Member
  organization?: string
  county: string | null
  holding?: string
  job?: string
}

const recordRow = (of: string, actor: Actor): Row =>
  row(
    'audit_record',
    {
      id: newId(),
      jurisdiction_id: actor.county,
      actor_kind: actor.kind,
      member_id: actor.member?.id ?? null,
      organization_id: actor.member?.organization.id ?? actor.organization ?? null,
      holding_id: actor.holding ?? null,
      job: actor.job ?? null,
      action: 'referrals.list',
      outcome: 'seen',
    },
    {
      kind: of,
      parties: {
        member: actor.member?.id ?? null,
        organization: actor.member?.organization.id ?? actor.organization ?? null,
        county: actor.county,
      },
    },
  )

const privacyOfficer = members.find(({ roles }) => roles.includes('privacy-officer')) as Member
const withRelease = scenarios.find(({ name }) => name === 'yes, release for handoff') as Scenario
const token = tokens[1] as (typeof tokens)[number]

/** @param link the good link of which a record tells */
export const auditRows = (link: string): readonly Row[] => [
  recordRow('an officer', { kind: 'member', member: officer, county: HARBOR }),
  recordRow('a privacy officer', { kind: 'member', member: privacyOfficer, county: HARBOR }),
  recordRow('an officer inland', { kind: 'member', member: farOfficer, county: INLAND }),
  recordRow('a token', { kind: 'token', organization: place.id, county: HARBOR, holding: token.id }),
  recordRow('a link', { kind: 'link', organization: place.id, county: HARBOR, holding: link }),
  recordRow('a person', { kind: 'person', county: HARBOR, holding: accessOf(withRelease) }),
  recordRow('a visitor', { kind: 'visitor', county: null }),
  recordRow('a job for a county', { kind: 'job', job: 'announce-referral', county: HARBOR }),
  recordRow('sealing', { kind: 'job', job: 'seal-audit', county: null }),
  recordRow('the operator', { kind: 'operator', county: null }),
  row(
    'audit_seal',
    {
      chain: HARBOR,
      number: 1,
      record_ids: [newId()],
      record_ats: [new Date()],
      record_hashes: [Buffer.from('a')],
      previous_hash: Buffer.from(''),
      hash: Buffer.from('b'),
    },
    { kind: 'seal', parties: { county: HARBOR } },
  ),
  row(
    'audit_checkpoint',
    {
      chain: HARBOR,
      seal_number: 1,
      seal_hash: Buffer.from('b'),
      records: 1,
      at: new Date(),
      key_id: '0123456789abcdef',
      signature: Buffer.alloc(64),
    },
    { kind: 'checkpoint', parties: { county: HARBOR } },
  ),
]
