import { newId } from '#kernel/ids.ts'
import {
  caseWork,
  healthManager,
  type Member,
  members,
  navigator,
  type Organization,
  officer,
  otherPolice,
  police,
} from './people.ts'
import { inDays, type Row, row } from './row.ts'

const hired = (organization: Organization, role: string): Member =>
  members.find((one) => one.organization === organization && one.roles.some((own) => own === role)) as Member

const sergeant = hired(police, 'sergeant')
const otherOfficer = hired(otherPolice, 'officer')
const angel = members.find(
  ({ organization, roles }) => organization.kind === 'recovery-support' && roles.includes('angel'),
) as Member
const caseManager = hired(caseWork, 'case-manager')
const policeAngel = hired(police, 'angel')

export const CAME = 'who came'
export const ASKED = 'not answered yet'
export const TOO_EARLY = 'of a visit without the promise'
export const NOT_MET = 'of a visit to which nobody came'
export const OF_FAMILY = 'of somebody’s family'

const partiesOf = ({ id, organization }: Member) => ({
  ...{ organization: organization.id, member: id, county: organization.county },
})

type VisitFacts = {
  ready?: boolean
  ended?: boolean
  asks?: 'self' | 'family'
  asked?: Member
  exists?: boolean
}

const visitRow = (kind: string, by: Member, facts: VisitFacts = {}): Row => {
  const at = facts.ready ? inDays(-1) : null
  const isSelf = facts.asks !== 'family'
  return row(
    'visit',
    {
      ...{ id: newId(), jurisdiction_id: by.organization.county, organization_id: by.organization.id },
      ...{ opened_by_member_id: by.id, came: 'walk-in', asks: facts.asks ?? 'self' },
      ...{ fit_at: at, promise_at: at, comfort_at: at, items_at: isSelf ? at : null },
      ...(isSelf && at ? { outcome: 'eligible', decided_at: at, decided_by_member_id: by.id } : {}),
      ...(facts.ended ? { ended_as: 'left', ended_at: inDays(-1) } : {}),
    },
    {
      kind,
      of: by.organization.name,
      parties: {
        ...partiesOf(by),
        ...(facts.asked ? { recipient: facts.asked.organization.id, receiver: facts.asked.id } : {}),
      },
      exists: facts.exists ?? true,
    },
  )
}

const begun = visitRow('begun', officer)
const withAngel = visitRow('to which an angel came', officer, { ready: true, asked: angel })
const withNavigator = visitRow('to which a navigator came', officer, { ready: true, asked: navigator })
const family = visitRow('of somebody’s family', officer, { ready: true, asks: 'family', asked: navigator })
const ready = visitRow('at which an angel can be called', officer, { ready: true })
const called = visitRow('to which an angel is called', officer, { ready: true, asked: angel })
const elsewhere = visitRow('of another station', otherOfficer, { ready: true })

const callRow = (
  kind: string,
  visit: Row,
  who: Member,
  facts: { by?: Member; here?: boolean; exists?: boolean } = {},
): Row => {
  const by = facts.by ?? officer
  return row(
    'visit_call',
    {
      ...{ id: newId(), visit_id: visit.values.id, jurisdiction_id: by.organization.county },
      ...{ organization_id: by.organization.id, angel_organization_id: who.organization.id },
      ...{ angel_member_id: who.id, called_by_member_id: by.id },
      ...(facts.here
        ? { answer: 'coming', minutes: 15, answered_at: inDays(-1), here_said_by_angel_at: inDays(-1) }
        : // What is not said is taken from a row that is there, in which somebody came.
          { answer: null, minutes: null, answered_at: null, here_said_by_angel_at: null }),
    },
    {
      kind,
      of: visit.kind,
      parties: { ...partiesOf(by), recipient: who.organization.id, receiver: who.id },
      exists: facts.exists ?? true,
    },
  )
}

const itemRow = (
  kind: string,
  bag: string,
  by: Member,
  facts: { signed?: Member; exists?: boolean } = {},
): Row =>
  row(
    'surrendered_item',
    {
      ...{ id: newId(), jurisdiction_id: by.organization.county, organization_id: by.organization.id },
      ...{
        description: '6 blue tablets',
        bag_number: bag,
        taken_on: '2026-11-01',
        taken_by_member_id: by.id,
      },
      witness_member_id: by === sergeant ? officer.id : sergeant.id,
      ...(facts.signed
        ? { destroyed_at: inDays(-1), destroyed_by_member_id: facts.signed.id, second_at: inDays(-1) }
        : {}),
      ...(facts.signed ? { second_member_id: by.id } : {}),
    },
    { kind, of: by.organization.name, parties: partiesOf(by), exists: facts.exists ?? true },
  )

const rosterRow = (who: Member, exists: boolean): Row =>
  row(
    'angel_roster',
    {
      ...{
        member_id: who.id,
        jurisdiction_id: who.organization.county,
        organization_id: who.organization.id,
      },
      ...{ phone: '555-0140', hours: ['1-night'], away_until: null, place: 1 },
    },
    { kind: who.roles.join(' and '), of: who.organization.name, parties: partiesOf(who), exists },
  )

const personOf = (who: Member): Row =>
  row(
    'person',
    { id: newId(), jurisdiction_id: who.organization.county, organization_id: who.organization.id },
    { kind: 'met at a station', of: who.organization.name, parties: partiesOf(who) },
  )

const angelsPerson = personOf(angel)
const navigatorsPerson = personOf(navigator)

const metRow = (kind: string, visit: Row, who: Member, person: Row, exists: boolean): Row =>
  row(
    'visit_person',
    {
      ...{ visit_id: visit.values.id, jurisdiction_id: who.organization.county },
      ...{ organization_id: who.organization.id, angel_member_id: who.id, person_id: person.values.id },
      ...{ called: 'Kit', reach: '555-0190', is_return: false },
    },
    { kind, of: who.organization.name, parties: partiesOf(who), exists },
  )

const own = (visit: Row, who: Member) => ({
  ...{ visit_id: visit.values.id, jurisdiction_id: who.organization.county },
  ...{ organization_id: who.organization.id, angel_member_id: who.id },
})

const intakeRow = (visit: Row, who: Member): Row =>
  row(
    'visit_intake',
    { ...own(visit, who), answers: { wants: ['Sleep'] } },
    { kind: 'with somebody', of: who.organization.name, parties: partiesOf(who) },
  )

const careRow = (kind: string, visit: Row, who: Member, by: Member, exists: boolean): Row =>
  row(
    'visit_care_step',
    { ...{ id: newId(), kind: 'safety', by_member_id: by.id }, ...own(visit, who) },
    { kind, of: who.organization.name, parties: { ...partiesOf(who), receiver: by.id }, exists },
  )

/** Visits of two stations, whom they called, what was handed over, and whom an angel and a navigator met. */
export const visitRows: readonly Row[] = [
  ...[angelsPerson, navigatorsPerson],
  ...[begun, withAngel, withNavigator, family, ready, called, elsewhere],
  visitRow('ended', officer, { ended: true }),
  visitRow('by an officer', officer, { exists: false }),
  visitRow('by an angel', angel, { exists: false }),
  ...[rosterRow(angel, true), rosterRow(navigator, true)],
  ...[rosterRow(caseManager, false), rosterRow(policeAngel, false), rosterRow(healthManager, false)],
  callRow(CAME, withAngel, angel, { here: true }),
  callRow(CAME, withNavigator, navigator, { here: true }),
  callRow(CAME, family, navigator, { here: true }),
  callRow(ASKED, called, angel),
  callRow('once more', ready, angel, { exists: false }),
  callRow(TOO_EARLY, begun, angel, { exists: false }),
  itemRow('kept', 'B-1', officer),
  itemRow('destroyed', 'B-2', officer, { signed: sergeant }),
  itemRow('by an officer', 'B-3', officer, { exists: false }),
  itemRow('by an angel', 'B-4', angel, { exists: false }),
  metRow('with somebody', withAngel, angel, angelsPerson, true),
  metRow('with somebody', withNavigator, navigator, navigatorsPerson, true),
  metRow(OF_FAMILY, family, navigator, navigatorsPerson, false),
  metRow(NOT_MET, ready, angel, angelsPerson, false),
  ...[intakeRow(withAngel, angel), intakeRow(withNavigator, navigator)],
  careRow('noted', withAngel, angel, angel, true),
  careRow('noted', withNavigator, navigator, navigator, true),
  careRow('by the angel', withAngel, angel, angel, false),
  careRow('by a colleague', withNavigator, navigator, caseManager, false),
]
