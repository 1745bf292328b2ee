import { createHash } from 'node:crypto'
import type { Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import {
  farOfficer,
  farPlace,
  farPolice,
  liaison,
  type Member,
  members,
  type Organization,
  officer,
  otherPlace,
  otherPolice,
  place,
  police,
  prosecutor,
} from './people.ts'
import { inDays, type Row, row } from './row.ts'

const YEAR = 365
export const words = 'Nobody is worse off.'
export const sha256 = createHash('sha256').update(words).digest('hex')

export const memberOf = (organization: Organization, role: Role): Member =>
  members.find((one) => one.organization === organization && one.roles.includes(role)) as Member

const agreementRow = (
  kind: 'golden-rule' | 'qsoa',
  organization: Organization,
  facts: { ended?: boolean; by?: Member; called?: string; exists?: boolean } = {},
): Row =>
  row(
    'agreement',
    {
      id: newId(),
      jurisdiction_id: organization.county,
      organization_id: organization.id,
      kind,
      with_party: 'All who take part',
      text: words,
      text_version: '1',
      text_sha256: sha256,
      with_signatory: kind === 'qsoa' ? 'E. Sandoval' : null,
      made_by_member_id: facts.by?.id ?? null,
      supersedes_id: null,
      starts_at: null,
      accepted_at: inDays(-2 * YEAR),
      expires_at: inDays(facts.ended ? -1 : YEAR),
    },
    {
      kind: facts.called ?? `${kind}, ${facts.ended ? 'ended' : 'in force'}`,
      of: organization.name,
      parties: {
        organization: organization.id,
        county: organization.county,
        member: facts.by?.id ?? null,
      },
      exists: facts.exists ?? true,
    },
  )

/** What somebody could write: in their own name, in a colleague's, and for an organization that is not theirs. */
const acceptances = [
  agreementRow('golden-rule', police, {
    by: memberOf(police, 'administrator'),
    called: 'by the administrator',
    exists: false,
  }),
  agreementRow('golden-rule', police, {
    by: memberOf(police, 'manager'),
    called: 'by the manager',
    exists: false,
  }),
  agreementRow('golden-rule', police, { by: officer, called: 'by an officer', exists: false }),
  agreementRow('golden-rule', otherPolice, {
    by: memberOf(police, 'administrator'),
    called: 'by somebody of another organization',
    exists: false,
  }),
]

const attestationRow = (member: Member, kind: 'new' | 'old' | 'to other words' | 'not given yet'): Row => {
  const { organization } = member
  const exists = kind !== 'not given yet'
  return row(
    'attestation',
    {
      id: newId(),
      jurisdiction_id: organization.county,
      organization_id: organization.id,
      member_id: member.id,
      text_version: kind === 'to other words' ? '0' : '1',
      text_sha256: sha256,
      attested_at: inDays(kind === 'old' ? -YEAR - 2 : -10),
    },
    {
      kind,
      of: organization.name,
      parties: { member: member.id, organization: organization.id, county: organization.county },
      exists,
    },
  )
}

/** Attested within the year, to the words that their organization accepted and that are in force. */
const keepers: readonly Member[] = [officer, memberOf(otherPolice, 'officer'), liaison]
const accepted: readonly Organization[] = [police, otherPolice, prosecutor]

const inForce: readonly Row[] = [
  ...accepted.map((organization) => agreementRow('golden-rule', organization)),
  agreementRow('golden-rule', farPolice, { ended: true }),
  ...[place, otherPlace, farPlace].map((organization) => agreementRow('qsoa', organization)),
]

/** What an organization accepted by itself: it alone is its party, and signed on paper. */
const accompanying = ({ key, values, of, parties }: Row): Row[] => {
  const one = {
    agreement_id: key,
    jurisdiction_id: values.jurisdiction_id,
    organization_id: values.organization_id,
  }
  const facts = {
    of,
    parties: { organization: parties.organization ?? null, county: parties.county ?? null },
  }
  return [
    row('agreement_party', one, { kind: 'of its own', ...facts }),
    row(
      'agreement_signature',
      { id: newId(), ...one, signatory: 'R. Doyle', how: 'paper', text_sha256: sha256 },
      { kind: 'on paper', ...facts },
    ),
  ]
}

export const agreementRows: readonly Row[] = [
  ...inForce,
  ...inForce.flatMap(accompanying),
  ...acceptances,
  ...keepers.map((member) => attestationRow(member, 'new')),
  attestationRow(memberOf(police, 'sergeant'), 'old'),
  attestationRow(memberOf(otherPolice, 'sergeant'), 'to other words'),
  attestationRow(farOfficer, 'new'),
  attestationRow(memberOf(police, 'angel'), 'not given yet'),
]

/** The golden rule of the other police: somebody could try to make another in its place. */
export const ofOthers = inForce[1] as Row

/** Whether the golden rule is in force at an organization. */
export const hasAccepted = (organization: Organization | null): boolean =>
  organization !== null && accepted.includes(organization)

/** Whether the golden rule is kept by a member, or by an organization's other system, at police or courts. */
export const isKeeper = (organization: Organization, member: string | null): boolean =>
  accepted.includes(organization) && (member === null || keepers.some(({ id }) => id === member))
