import { newId } from '#kernel/ids.ts'
import {
  HARBOR,
  INLAND,
  type Member,
  type Organization,
  officer,
  place,
  placeProvider,
  police,
  prosecutor,
} from './people.ts'
import { inDays, type Row, row } from './row.ts'
import { type Scenario, scenarios } from './scenarios.ts'

export const scenarioNamed = (name: string): Scenario =>
  scenarios.find((scenario) => scenario.name === name) as Scenario

const chargeRow = (
  kind: string,
  by: { organization: Organization; member: Member },
  facts: { decided?: boolean; exists?: boolean } = {},
): Row =>
  row(
    'held_charge',
    {
      id: newId(),
      jurisdiction_id: by.organization.county,
      person_id: scenarioNamed('yes').person,
      organization_id: by.organization.id,
      held_by_organization_id: prosecutor.id,
      reference: 'Packet 12',
      recorded_by_member_id: by.member.id,
      disposition: facts.decided ? 'not-filed' : null,
      disposed_at: facts.decided ? inDays(-1) : null,
      disposed_by_member_id: facts.decided ? by.member.id : null,
    },
    {
      kind,
      parties: { organization: by.organization.id, member: by.member.id, county: by.organization.county },
      exists: facts.exists ?? true,
    },
  )

const restrictionRow = (
  kind: string,
  scenario: Scenario,
  facts: { by?: Member; dataClass?: string; lifted?: boolean; exists?: boolean } = {},
): Row =>
  row(
    'release_restriction',
    {
      id: newId(),
      jurisdiction_id: scenario.to.county,
      person_id: scenario.person,
      from_organization_id: scenario.to.id,
      recipient_organization_id: null,
      data_classes: [facts.dataClass ?? 'clinical'],
      asked_how: facts.by ? 'oral' : 'my-record',
      recorded_by_member_id: facts.by?.id ?? null,
      lifted_at: facts.lifted ? inDays(-1) : null,
    },
    {
      kind,
      of: scenario.name,
      parties: {
        organization: scenario.to.id,
        member: facts.by?.id ?? null,
        county: scenario.to.county,
      },
      exists: facts.exists ?? true,
    },
  )

const ruleRow = (county: string, exists: boolean): Row =>
  row(
    'minors_rule',
    { jurisdiction_id: county, law: 'A law of the state' },
    { kind: exists ? 'set' : 'not set', parties: { county }, exists },
  )

/** Charges that are held, what people asked not to share, and who may sign under 18. */
export const chargeRows: readonly Row[] = [
  chargeRow('held', { organization: place, member: placeProvider }),
  chargeRow('decided', { organization: place, member: placeProvider }, { decided: true }),
  chargeRow('by police', { organization: police, member: officer }, { exists: false }),
  restrictionRow('said to a member', scenarioNamed('yes, release held back'), {
    by: placeProvider,
    dataClass: 'handoff',
  }),
  restrictionRow('asked by the person', scenarioNamed('yes, release for handoff')),
  restrictionRow('asked and lifted', scenarioNamed('yes, release stopped'), { lifted: true }),
  restrictionRow('asked elsewhere', scenarioNamed('inland')),
  ruleRow(HARBOR, true),
  ruleRow(INLAND, false),
]
