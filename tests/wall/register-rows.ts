import { createHash } from 'node:crypto'
import { newId } from '#kernel/ids.ts'
import { memberOf, ofOthers, sha256, words } from './agreement-rows.ts'
import {
  caseWork,
  HARBOR,
  hospital,
  type Member,
  type Organization,
  officer,
  otherPolice,
  place,
  placeKeeper,
  police,
} from './people.ts'
import { inDays, type Row, row } from './row.ts'

const maker = memberOf(police, 'administrator')
const FILE = Buffer.from('%PDF-1.7 signed %%EOF')

type Facts = { exists?: boolean; supersedes?: string | null; parties: readonly Organization[] }

/** Who is in an agreement of the register: its parties and whoever made it. */
const inside = new Map<string, ReadonlySet<string>>()
export const isInside = (agreement: unknown, organization: string | undefined): boolean =>
  organization !== undefined && (inside.get(String(agreement))?.has(organization) ?? false)

const partiesOf = (by: Member | null, organization: Organization) => ({
  member: by?.id ?? null,
  organization: organization.id,
  county: organization.county,
})

const agreement = (kind: string, { exists = true, supersedes = null, parties }: Facts): Row => {
  const id = newId()
  inside.set(id, new Set([police.id, ...parties.map((one) => one.id)]))
  return row(
    'agreement',
    {
      ...{ id, jurisdiction_id: HARBOR, organization_id: police.id, kind: 'deflection', with_party: null },
      ...{ text: words, text_version: '1', text_sha256: sha256, with_signatory: null },
      ...{ made_by_member_id: maker.id, accepted_at: null, starts_at: null, supersedes_id: supersedes },
      expires_at: inDays(365),
    },
    { kind, of: police.name, parties: partiesOf(maker, police), exists },
  )
}

const waiting = agreement('waiting', { parties: [police, place] })
const begun = agreement('signed by one of two', { parties: [police, place] })
const withHospital = agreement('with an organization that cannot sign here', { parties: [police, hospital] })

/** Whether a party has signed it: nobody is added to it any more. */
export const isSigned = (agreement: unknown): boolean => agreement === begun.key

const party = (kind: string, { key }: Row, organization: Organization, exists = true): Row =>
  row(
    'agreement_party',
    { agreement_id: key, jurisdiction_id: HARBOR, organization_id: organization.id },
    { kind, of: police.name, parties: partiesOf(maker, organization), exists },
  )

const document = (kind: string, { key }: Row, by: Member, content: Buffer, exists = true): Row =>
  row(
    'agreement_document',
    {
      ...{ id: newId(), agreement_id: key, jurisdiction_id: HARBOR, organization_id: by.organization.id },
      ...{ kept_by_member_id: by.id, title: 'Annex', media_type: 'application/pdf', content },
      sha256: createHash('sha256').update(content).digest('hex'),
    },
    { kind, of: police.name, parties: partiesOf(by, by.organization), exists },
  )

const paper = document('kept', withHospital, maker, FILE)

type Signed = {
  by: Member | null
  for: Organization
  of: Row
  document?: string | null
  sha?: string
  exists?: boolean
}

const signature = (kind: string, signed: Signed): Row =>
  row(
    'agreement_signature',
    {
      ...{
        id: newId(),
        agreement_id: signed.of.key,
        jurisdiction_id: HARBOR,
        organization_id: signed.for.id,
      },
      ...{ signatory: 'A. Name', how: signed.by && !signed.document ? 'application' : 'paper' },
      ...{ document_id: signed.document ?? null, recorded_by_member_id: signed.by?.id ?? null },
      text_sha256: signed.sha ?? sha256,
    },
    {
      kind,
      of: signed.for.name,
      parties: partiesOf(signed.by, signed.for),
      exists: signed.exists ?? false,
    },
  )

const draft = (kind: string, by: Member, exists = true): Row =>
  row(
    'agreement_draft',
    {
      ...{ id: newId(), jurisdiction_id: by.organization.county, organization_id: by.organization.id },
      ...{ saved_by_member_id: by.id, fields: {} },
    },
    { kind, of: by.organization.name, parties: partiesOf(by, by.organization), exists },
  )

const requirement = (from: string, exists = true): Row =>
  row(
    'agreement_requirement',
    { jurisdiction_id: HARBOR, kind: 'data-sharing', from_kind: from, to_kind: 'hospital' },
    { kind: `from ${from}`, parties: { county: HARBOR }, exists },
  )

/** What may be written of the register, and by whom the model says. */
export const MAY_SIGN = 'for their own'
export const MAY_RECORD = 'for one that cannot sign here'
export const BY_OPERATOR = 'by the operator'
export const IN_PLACE_OF_OTHERS = 'in place of what others agreed'

export const registerRows: readonly Row[] = [
  ...[waiting, begun, withHospital],
  agreement('made anew', { exists: false, parties: [] }),
  agreement('in place of its own', { exists: false, supersedes: waiting.key, parties: [] }),
  agreement(IN_PLACE_OF_OTHERS, { exists: false, supersedes: ofOthers.key, parties: [] }),
  ...[waiting, begun].flatMap((one) => [party('named', one, police), party('named', one, place)]),
  ...[police, hospital].map((one) => party('named', withHospital, one)),
  party('added while nobody has signed', waiting, otherPolice, false),
  party('added to what was signed', begun, otherPolice, false),
  paper,
  document('by the maker', waiting, maker, Buffer.from('%PDF-1.7 other %%EOF'), false),
  document('by an officer', waiting, officer, Buffer.from('%PDF-1.7 third %%EOF'), false),
  document('by a party', waiting, placeKeeper, Buffer.from('%PDF-1.7 fourth %%EOF'), false),
  document(
    'by somebody else',
    waiting,
    memberOf(caseWork, 'manager'),
    Buffer.from('%PDF-1.7 5 %%EOF'),
    false,
  ),
  signature('in the application', { by: maker, for: police, of: begun, exists: true }),
  signature(MAY_SIGN, { by: maker, for: police, of: waiting }),
  signature(MAY_SIGN, { by: placeKeeper, for: place, of: waiting }),
  signature('for another', { by: maker, for: place, of: waiting }),
  signature('for another, on paper', { by: maker, for: place, of: waiting, document: paper.key }),
  signature('by an officer', { by: officer, for: police, of: waiting }),
  signature('to other words', { by: maker, for: police, of: waiting, sha: 'f'.repeat(64) }),
  signature(MAY_RECORD, { by: maker, for: hospital, of: withHospital, document: paper.key }),
  signature(BY_OPERATOR, { by: null, for: place, of: waiting }),
  draft('being written', maker),
  draft('by an officer', officer, false),
  row(
    'agreement_reminder',
    { agreement_id: waiting.key, jurisdiction_id: HARBOR, days: 90 },
    { kind: 'given', parties: { county: HARBOR } },
  ),
  row(
    'agreement_reminder',
    { agreement_id: waiting.key, jurisdiction_id: HARBOR, days: 30 },
    { kind: 'to be given', parties: { county: HARBOR }, exists: false },
  ),
  requirement('police'),
  requirement('prosecutor', false),
]
