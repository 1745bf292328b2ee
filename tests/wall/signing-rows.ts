import { createHash } from 'node:crypto'
import { newId } from '#kernel/ids.ts'
import { scenarioNamed } from './charge-rows.ts'
import { consentRows } from './consent-rows.ts'
import { type Member, navigator, officer, placeProvider } from './people.ts'
import { inDays, type Row, row } from './row.ts'
import { type Scenario, scenarios } from './scenarios.ts'

const draftRow = (
  kind: string,
  { id, organization }: Member,
  facts: { old?: boolean; exists?: boolean } = {},
) =>
  row(
    'release_draft',
    {
      id: newId(),
      jurisdiction_id: organization.county,
      organization_id: organization.id,
      member_id: id,
      person_id: scenarios[0]?.person,
      fields: {},
      started_at: inDays(facts.old ? -1.5 : 0),
      expires_at: inDays(facts.old ? -0.5 : 1),
    },
    {
      kind,
      of: organization.name,
      parties: { member: id, organization: organization.id, county: organization.county },
      exists: facts.exists ?? true,
    },
  )

const PAPER = Buffer.from('%PDF-1.7 %%EOF')

const scanRow = (kind: string, { id, organization }: Member, scenario: Scenario, exists = true) =>
  row(
    'release_scan',
    {
      id: newId(),
      jurisdiction_id: organization.county,
      organization_id: organization.id,
      release_id: consentRows.find(({ table, of }) => table === 'release' && of === scenario.name)?.key,
      person_id: scenario.person,
      kept_by_member_id: id,
      media_type: 'application/pdf',
      content: PAPER,
      sha256: createHash('sha256').update(PAPER).digest('hex'),
    },
    {
      kind,
      of: scenario.name,
      parties: { member: id, organization: organization.id, county: organization.county },
      exists,
    },
  )

/** Releases on their way to being signed, and the papers of those that were. */
export const signingRows: readonly Row[] = [
  draftRow('begun', placeProvider),
  draftRow('begun', navigator),
  draftRow('expired', placeProvider, { old: true }),
  draftRow('by police', officer, { exists: false }),
  scanRow('kept', placeProvider, scenarioNamed('yes, release for handoff')),
  scanRow('by a recipient', officer, scenarioNamed('yes, release for handoff'), false),
]
