import { newId } from '#kernel/ids.ts'
import { scenarioNamed } from './charge-rows.ts'
import {
  exchangeMember,
  type Member,
  members,
  navigator,
  officer,
  otherProvider,
  placeProvider,
  police,
} from './people.ts'
import { inDays, type Row, row } from './row.ts'
import type { Scenario } from './scenarios.ts'

export const NOT_TAKEN_ON = 'of somebody whom the organization neither entered nor took on'
export const ELSEWHERE = 'in a case of another organization'

const atPolice = members.find(
  ({ organization, roles }) => organization === police && roles.includes('angel'),
) as Member

const partiesOf = ({ id, organization }: Member) => ({
  ...{ organization: organization.id, member: id, county: organization.county },
})
const ownOf = ({ organization }: Member) => ({
  ...{ jurisdiction_id: organization.county, organization_id: organization.id },
})

const fileRow = (kind: string, by: Member, scenario: Scenario, facts: { exists?: boolean } = {}): Row =>
  row(
    'case_file',
    {
      ...{ id: newId(), ...ownOf(by), person_id: scenario.person, opened_by_member_id: by.id },
      ...{ referral_id: scenario.referral, pathway_version_id: null, opened_at: inDays(-2) },
      ...{ status: 'active', status_at: inDays(-2), outcome: null, case_manager_id: by.id },
      ...{ last_contact_at: null, merged_into_id: null },
    },
    { kind, of: scenario.name, parties: partiesOf(by), exists: facts.exists ?? true },
  )

const taken = fileRow('of somebody taken on', placeProvider, scenarioNamed('yes'))
const entered = fileRow('of somebody entered', navigator, scenarioNamed('from case work to another place'))

const identityRow = (kind: string, by: Member, file: Row, exists = true): Row =>
  row(
    'case_identity',
    {
      ...{ case_id: file.values.id, ...ownOf(by), called: 'Walter', born_on: '1979-05-02', phone: '5550120' },
      ...{ how_to_reach: 'After two', language: 'English', whereabouts: 'Library', sounds: ['ALTR'] },
    },
    { kind, of: file.kind, parties: partiesOf(by), exists },
  )

const entryRow = (kind: string, by: Member, file: Row, exists = true): Row =>
  row(
    'case_entry',
    {
      ...{ id: newId(), case_id: file.values.id, ...ownOf(by), kind: 'contact', happened_at: inDays(-1) },
      ...{ recorded_at: inDays(-1), recorded_by_member_id: by.id, channel: 'call', minutes: 10 },
      ...{ what: null, words: 'Wants Thursday', amount_cents: null, about_entry_id: null },
      ...{ struck_at: null, struck_by_member_id: null },
    },
    { kind, of: file.kind, parties: partiesOf(by), exists },
  )

const taskRow = (kind: string, by: Member, file: Row | undefined, exists = true): Row =>
  row(
    'case_task',
    {
      ...{
        id: newId(),
        ...ownOf(by),
        case_id: file?.values.id ?? null,
        kind: 'visit',
        title: 'Bring the kit',
      },
      ...{ about: file ? null : 'A walk-in', href: file ? null : '/walk-ins', due_at: inDays(1) },
      ...{ assigned_member_id: by.id, added_by_member_id: by.id, added_at: inDays(-1) },
      ...{ ended: null, ended_at: null, ended_by_member_id: null },
    },
    { kind, of: file?.kind ?? 'no case', parties: partiesOf(by), exists },
  )

/** Cases of a place and of case workers, what is in them, and tasks that belong to no case. */
export const caseRows: readonly Row[] = [
  ...[taken, entered],
  fileRow(NOT_TAKEN_ON, placeProvider, scenarioNamed('waiting'), { exists: false }),
  fileRow('once somebody was taken on', otherProvider, scenarioNamed('from case work to another place'), {
    exists: false,
  }),
  fileRow('by police', atPolice, scenarioNamed('waiting'), { exists: false }),
  identityRow('of the person', placeProvider, taken),
  identityRow('of the person', navigator, entered),
  identityRow(ELSEWHERE, otherProvider, taken, false),
  entryRow('contact', placeProvider, taken),
  entryRow('contact', navigator, entered),
  entryRow('one more', navigator, entered, false),
  entryRow(ELSEWHERE, placeProvider, entered, false),
  taskRow('due', placeProvider, taken),
  taskRow('due', navigator, entered),
  taskRow('of police', officer, undefined),
  taskRow('of harm reduction', exchangeMember, undefined),
  taskRow('one more', officer, undefined, false),
  taskRow(ELSEWHERE, placeProvider, entered, false),
  taskRow(ELSEWHERE, officer, taken, false),
]
