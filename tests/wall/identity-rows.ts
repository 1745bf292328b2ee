import { newId } from '#kernel/ids.ts'
import {
  HARBOR,
  INLAND,
  type Member,
  members,
  type Organization,
  officer,
  organizations,
  place,
  police,
} from './people.ts'
import { inDays, type Row, row } from './row.ts'

export const emailOf = (member: Member): string => `${member.id}@example.org`
export const sessionOf = (member: Member): string => `session-${member.id}`

export const tokens: readonly { id: string; organization: Organization; roles: readonly string[] }[] = [
  { id: newId(), organization: police, roles: ['officer'] },
  { id: newId(), organization: place, roles: ['provider'] },
  { id: newId(), organization: place, roles: ['manager'] },
]
export const secretOf = (token: { id: string }): string => `token-${token.id}`

const counties = [
  { id: HARBOR, name: 'Harbor County' },
  { id: INLAND, name: 'Inland County' },
].map((county) =>
  row(
    'jurisdiction',
    { ...county, state: 'ME', time_zone: 'America/New_York', latitude: 43, longitude: -70 },
    { kind: county.name, parties: { county: county.id } },
  ),
)

/** A hash that can be read, and that no password has. */
const NOBODYS_HASH = `$argon2id$v=19$m=64,t=1,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

const accounts = members.flatMap((member) => {
  const { organization } = member
  const facts = {
    kind: member.roles.join(' and '),
    of: organization.name,
    parties: { member: member.id, organization: organization.id, county: organization.county },
  }
  return [
    row(
      'member',
      {
        id: member.id,
        jurisdiction_id: organization.county,
        organization_id: organization.id,
        name: `Somebody of ${organization.name}`,
        email: emailOf(member),
        roles: member.roles,
      },
      facts,
    ),
    row('credential', { member_id: member.id, password_hash: NOBODYS_HASH }, facts),
    row('session', { token_hash: sessionOf(member), member_id: member.id }, facts),
    row(
      'referral_draft',
      {
        id: newId(),
        jurisdiction_id: organization.county,
        member_id: member.id,
        fields: {},
        expires_at: inDays(0.5),
      },
      { ...facts, kind: 'new' },
    ),
  ]
})

const oldDraft = row(
  'referral_draft',
  { id: newId(), jurisdiction_id: HARBOR, member_id: officer.id, fields: {}, expires_at: inDays(-0.5) },
  { kind: 'expired', parties: { member: officer.id, organization: police.id, county: HARBOR } },
)

export const identityRows: readonly Row[] = [
  ...counties,
  ...organizations.map((one) =>
    row(
      'organization',
      {
        id: one.id,
        jurisdiction_id: one.county,
        name: one.name,
        kind: one.kind,
        is_criminal_justice: one.isCriminalJustice,
        is_part2_program: one.kind === 'treatment-provider' || one.kind === 'case-management',
      },
      { kind: one.kind, of: one.name, parties: { organization: one.id, county: one.county } },
    ),
  ),
  ...accounts,
  oldDraft,
  ...tokens.map((token) =>
    row(
      'api_token',
      {
        id: token.id,
        jurisdiction_id: token.organization.county,
        organization_id: token.organization.id,
        name: 'Records system',
        token_hash: secretOf(token),
        roles: token.roles,
        expires_at: inDays(30),
      },
      {
        kind: token.roles.join(' and '),
        of: token.organization.name,
        parties: { organization: token.organization.id, county: token.organization.county },
      },
    ),
  ),
  ...(['smtp', 'outbox'] as const).map((transport) =>
    row(
      'message',
      { id: newId(), to_address: 'intake@example.org', subject: 'Hello', body: 'A link', transport },
      { kind: transport, parties: {} },
    ),
  ),
]
