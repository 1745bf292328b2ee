import { newId } from '#kernel/ids.ts'
import { memberOf } from './agreement-rows.ts'
import { scenarioNamed } from './charge-rows.ts'
import { publishedVersion } from './pathway-rows.ts'
import { liaison, type Member, officer, otherProvider, placeProvider, police, prosecutor } from './people.ts'
import { inDays, type Row, row } from './row.ts'
import type { Scenario } from './scenarios.ts'

/** Those who were referred on a pathway that asks for no yes but the officer's; of all others nobody can open one. */
export const APPROVED = 'waiting'
export const OF_OTHERS = 'of another organization’s meeting'

const sergeant = memberOf(police, 'sergeant')

const partiesOf = ({ from, to }: Scenario, by: Member | null) => ({
  ...{
    sender: from.id,
    receiver: to.id,
    recipient: prosecutor.id,
    member: by?.id ?? null,
    county: from.county,
  },
})

const sharedOf = ({ referral, person, from, to }: Scenario) => ({
  ...{ referral_id: referral, jurisdiction_id: from.county, person_id: person },
  ...{ from_organization_id: from.id, to_organization_id: to.id, office_organization_id: prosecutor.id },
})

const diversionRow = (kind: string, scenario: Scenario, by: Member, exists = true): Row =>
  row(
    'diversion',
    {
      ...{ ...sharedOf(scenario), from_member_id: by.id, pathway_version_id: publishedVersion },
      ...{ way: 'arrest', charge: 'Possession', incident: '26-1180', opened_at: inDays(-2) },
      arrive_by: inDays(-1),
    },
    { kind, of: scenario.name, parties: partiesOf(scenario, by), exists },
  )

const OUTCOMES: Readonly<Record<string, string>> = {
  ...{ reported: 'completed', decided: 'not-filed', overdue: 'arrival' },
}

const stepRow = (step: string, scenario: Scenario, by: Member | null, exists = true): Row =>
  row(
    'diversion_step',
    {
      ...{ id: newId(), ...sharedOf(scenario), kind: step, outcome: OUTCOMES[step] ?? null },
      ...{ words: null, contents: [], due_at: null, at: inDays(-1) },
      ...{ by_organization_id: by?.organization.id ?? null, by_member_id: by?.id ?? null },
    },
    {
      kind: `${step}, ${by ? `by ${by.organization.kind}` : 'by the clock'}`,
      of: scenario.name,
      parties: partiesOf(scenario, by),
      exists,
    },
  )

const waiting = scenarioNamed(APPROVED)
const letsPolice = scenarioNamed('yes, release for intake')
const letsOffice = scenarioNamed('yes, release for the office')
const letsHandoff = scenarioNamed('yes, release for handoff')
const declined = scenarioNamed('no')

const diverted = [waiting, letsPolice, letsOffice, letsHandoff, declined]
/** Who is diverted at all. */
export const DIVERTED: readonly string[] = diverted.map(({ name }) => name)
/** Where a packet was sent, and the office knows of it. */
export const SENT: readonly string[] = [letsPolice, letsOffice, declined].map(({ name }) => name)

const meetingRow = (kind: string, by: Member, exists = true): Row =>
  row(
    'work_group_meeting',
    {
      ...{ id: newId(), jurisdiction_id: by.organization.county, organization_id: by.organization.id },
      ...{ made_by_member_id: by.id, held_at: inDays(1), place: 'Room 2', made_at: inDays(-1) },
      attendees: [{ organizationId: police.id, name: 'R. Doyle', attested: true }],
    },
    { kind, of: by.organization.name, parties: ofOwn(by), exists },
  )

const ofOwn = ({ id, organization }: Member) => ({
  ...{ organization: organization.id, member: id, county: organization.county },
})

const called = meetingRow('called', placeProvider)

const actionRow = (kind: string, by: Member, facts: { done?: boolean; exists?: boolean } = {}): Row =>
  row(
    'work_group_action',
    {
      ...{ id: newId(), meeting_id: called.values.id, jurisdiction_id: by.organization.county },
      ...{ organization_id: by.organization.id, made_by_member_id: by.id, words: 'Ask about a bed' },
      ...{ owner: 'R. Doyle', due_on: '2030-01-01', done_at: facts.done ? inDays(-1) : null },
      made_at: inDays(-1),
    },
    { kind, of: by.organization.name, parties: ofOwn(by), exists: facts.exists ?? true },
  )

/** Somebody in each hand of a diversion, what each hand did and could try to, and a work group. */
export const diversionRows: readonly Row[] = [
  ...diverted.map((one) => diversionRow('opened', one, officer)),
  diversionRow('in a colleague’s name', waiting, sergeant, false),
  diversionRow('by another organization', waiting, otherProvider, false),
  stepRow('reached', waiting, placeProvider),
  stepRow('overdue', waiting, null),
  stepRow('decided', waiting, liaison, false),
  stepRow('legal-event', waiting, liaison, false),
  stepRow('packet-sent', waiting, placeProvider, false),
  stepRow('screened', waiting, officer, false),
  stepRow('overdue', waiting, officer, false),
  stepRow('handed-over', waiting, otherProvider, false),
  stepRow('arrived', letsPolice, officer),
  stepRow('handed-over', letsPolice, placeProvider),
  stepRow('packet-sent', letsPolice, officer),
  ...['screened', 'intake-done', 'reported'].map((step) => stepRow(step, letsPolice, placeProvider)),
  stepRow('legal-event', letsPolice, liaison, false),
  stepRow('packet-sent', letsOffice, officer),
  ...['intake-done', 'reported', 'settled'].map((step) => stepRow(step, letsOffice, placeProvider)),
  ...['decided', 'legal-event', 'office-extended'].map((step) => stepRow(step, letsOffice, liaison)),
  stepRow('handed-over', letsHandoff, placeProvider),
  stepRow('reported', letsHandoff, placeProvider),
  stepRow('packet-sent', declined, officer),
  stepRow('left', declined, placeProvider),
  ...[called, meetingRow('called', otherProvider), meetingRow('by police', officer, false)],
  actionRow('open', placeProvider),
  actionRow('done', placeProvider, { done: true }),
  actionRow(OF_OTHERS, otherProvider, { exists: false }),
]
