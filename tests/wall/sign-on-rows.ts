import { newId } from '#kernel/ids.ts'
import {
  type Member,
  type Organization,
  officer,
  otherProvider,
  place,
  placeProvider,
  police,
} from './people.ts'
import { inDays, type Row, row } from './row.ts'

// Passkeys, the organizations' providers, and which account there is whose.

export const passkeyOf = (member: { id: string }): string => `passkey-${member.id}`
export const accountOf = (member: { id: string }, organization: Organization): string =>
  `${issuerOf(organization)} subject-${member.id}`
export const attemptOf = (kind: string): string => `attempt-${kind}`

const issuerOf = ({ id }: Organization): string => `https://login-${id}.example.org`

const partiesOf = ({ id, organization }: Member) => ({
  member: id,
  organization: organization.id,
  county: organization.county,
})

const passkey = (member: Member): Row =>
  row(
    'passkey',
    {
      id: newId(),
      member_id: member.id,
      name: 'Blue key',
      credential_id: passkeyOf(member),
      public_key: '\\x00',
      counter: 0,
      is_synced: false,
    },
    { kind: 'usable', of: member.organization.name, parties: partiesOf(member) },
  )

const providers = [police, place].map((organization) => ({ id: newId(), organization }))

const link = (member: Member, at: Organization): Row =>
  row(
    'sign_on_link',
    { id: newId(), member_id: member.id, issuer: issuerOf(at), subject: `subject-${member.id}` },
    {
      kind: at === member.organization ? 'own organization' : 'another organization',
      of: member.organization.name,
      parties: partiesOf(member),
      exists: at === member.organization,
    },
  )

const attempt = (kind: 'passkey' | 'new-passkey', life: 'waiting' | 'expired', member?: Member): Row =>
  row(
    'sign_on_attempt',
    {
      key_hash: attemptOf(`${kind}-${life}`),
      kind,
      member_id: member?.id ?? null,
      created_at: inDays(life === 'waiting' ? 0 : -1),
      expires_at: inDays(life === 'waiting' ? 0.02 : -0.98),
    },
    { kind: life, of: kind, parties: member ? partiesOf(member) : {} },
  )

export const signOnRows: readonly Row[] = [
  ...[officer, placeProvider, otherProvider].map(passkey),
  ...providers.map(({ id, organization }) =>
    row(
      'identity_provider',
      {
        id,
        jurisdiction_id: organization.county,
        organization_id: organization.id,
        issuer: issuerOf(organization),
        client_id: 'causeway',
        client_secret: 'sealed',
      },
      {
        kind: organization.kind,
        of: organization.name,
        parties: { organization: organization.id, county: organization.county },
      },
    ),
  ),
  link(officer, police),
  link(placeProvider, place),
  link(officer, place),
  attempt('passkey', 'waiting'),
  attempt('passkey', 'expired'),
  attempt('new-passkey', 'waiting', officer),
  attempt('new-passkey', 'expired', placeProvider),
]
