import { newId } from '#kernel/ids.ts'
import { scenarioNamed } from './charge-rows.ts'
import { nameOf } from './consent-rows.ts'
import { emergencyProvider, type Member, officer, placeProvider, privacyOfficer } from './people.ts'
import { inDays, type Row, row } from './row.ts'

/** Whom the hospital looked for in an emergency: their release has ended, and it still says who knows them. */
export const inEmergency = scenarioNamed('yes, release expired')

const glassRow = (
  kind: string,
  by: Member,
  facts: { of?: string; reviewed?: boolean; exists?: boolean } = {},
): Row => {
  const openedAt = inDays(facts.reviewed ? -3 : 0)
  return row(
    'break_glass',
    {
      id: newId(),
      jurisdiction_id: by.organization.county,
      organization_id: by.organization.id,
      member_id: by.id,
      person_name: facts.of ?? nameOf(inEmergency).toUpperCase(),
      recipient_name: 'A doctor',
      recipient_facility: by.organization.name,
      discloser_name: 'A nurse',
      emergency: 'does not wake up',
      data_classes: ['enrolled'],
      opened_at: openedAt,
      open_until: new Date(openedAt.getTime() + 86_400_000),
      review_due_at: inDays(1),
      reviewed_at: facts.reviewed ? inDays(-2) : null,
      reviewed_by_member_id: facts.reviewed ? privacyOfficer.id : null,
      finding: facts.reviewed ? 'justified' : null,
    },
    {
      kind,
      parties: { member: by.id, organization: by.organization.id, county: by.organization.county },
      exists: facts.exists ?? true,
    },
  )
}

const open = glassRow('open', emergencyProvider)

/** What was opened, and the line of the ledger that goes with it. */
export const emergencyRows: readonly Row[] = [
  open,
  glassRow('over and reviewed', emergencyProvider, {
    of: nameOf(scenarioNamed('yes, release stopped')),
    reviewed: true,
  }),
  glassRow('open, for nobody here', placeProvider, { of: 'Nobody' }),
  glassRow('by police', officer, { exists: false }),
  row(
    'disclosure',
    {
      id: newId(),
      jurisdiction_id: inEmergency.to.county,
      person_ids: [inEmergency.person],
      from_organization_id: inEmergency.to.id,
      to_organization_id: emergencyProvider.organization.id,
      to_member_id: emergencyProvider.id,
      basis: 'emergency',
      break_glass_id: open.key,
      release_line_id: null,
      data_classes: ['enrolled'],
      purpose: 'a medical emergency',
      channel: 'page',
      notice_version: null,
      redisclosure_rule: 'none',
    },
    {
      kind: 'in an emergency',
      of: inEmergency.name,
      parties: {
        member: emergencyProvider.id,
        organization: emergencyProvider.organization.id,
        county: inEmergency.to.county,
      },
    },
  ),
]
