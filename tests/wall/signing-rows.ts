import { newId } from '#kernel/ids.ts'
import { type Member, navigator, officer, placeProvider } from './people.ts'
import { inDays, type Row, row } from './row.ts'
import { scenarios } from './scenarios.ts'

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

/** Releases on their way to being signed. */
export const signingRows: readonly Row[] = [
  draftRow('begun', placeProvider),
  draftRow('begun', navigator),
  draftRow('expired', placeProvider, { old: true }),
  draftRow('by police', officer, { exists: false }),
]
