import { newId } from '#kernel/ids.ts'
import { farPlace, HARBOR, INLAND, type Member, members, place, police, privacyOfficer } from './people.ts'
import { type Row, row } from './row.ts'
import { type Scenario, scenarios } from './scenarios.ts'

/** The breach registers of both counties: open ones and one that is closed, and what somebody could write into them. */

const [somebody, another] = scenarios as [Scenario, Scenario]
const farOffice = members.find(
  ({ organization, roles }) => organization === farPlace && roles.includes('privacy-officer'),
) as Member
const policeOffice = members.find(
  ({ organization, roles }) => organization === police && roles.includes('privacy-officer'),
) as Member

type Facts = { readonly kind: string; readonly county?: string; readonly exists?: boolean }

const [open, closed, far] = [newId(), newId(), newId()]

const breach = (id: string, by: Member, { kind, county = HARBOR, exists = true }: Facts): Row =>
  row(
    'breach',
    {
      ...{ id, jurisdiction_id: county, organization_id: county === HARBOR ? place.id : farPlace.id },
      ...{ discovered_on: '2026-11-20', how: 'lost', what: 'A folder was left on a bus.' },
      opened_by_member_id: by.id,
      ...(kind === 'closed'
        ? {
            ...{ nature: 'Names', recipient: 'Nobody', acquired: 'No', mitigated: 'Found' },
            ...{ finding: 'low-probability', assessed_by_member_id: by.id, assessed_at: '2026-11-21T12:00Z' },
            ...{
              closing_note: 'Folders stay in.',
              closed_by_member_id: by.id,
              closed_at: '2026-11-22T12:00Z',
            },
          }
        : {}),
    },
    { kind, parties: { county }, exists },
  )

const person = (
  id: string,
  { person }: Scenario,
  by: Member,
  { kind, county = HARBOR, exists = true }: Facts,
): Row =>
  row(
    'breach_person',
    { breach_id: id, jurisdiction_id: county, person_id: person, added_by_member_id: by.id },
    { kind, parties: { county }, exists },
  )

const notice = (id: string, told: string, by: Member, { kind, county = HARBOR, exists = true }: Facts): Row =>
  row(
    'breach_notice',
    {
      ...{ id: newId(), breach_id: id, jurisdiction_id: county, told, told_on: '2026-11-23' },
      ...{ how: 'By letter', written_by_member_id: by.id },
    },
    { kind, parties: { county }, exists },
  )

export const breachRows: readonly Row[] = [
  breach(open, privacyOfficer, { kind: 'open' }),
  breach(closed, privacyOfficer, { kind: 'closed' }),
  breach(far, farOffice, { kind: 'open inland', county: INLAND }),
  breach(newId(), privacyOfficer, { kind: 'by the office', exists: false }),
  breach(newId(), policeOffice, { kind: 'by police', exists: false }),
  person(open, somebody, privacyOfficer, { kind: 'of an open one' }),
  person(closed, somebody, privacyOfficer, { kind: 'of a closed one' }),
  person(far, somebody, farOffice, { kind: 'of one inland', county: INLAND }),
  person(open, another, privacyOfficer, { kind: 'to an open one', exists: false }),
  person(open, another, policeOffice, { kind: 'by police', exists: false }),
  person(closed, another, privacyOfficer, { kind: 'to a closed one', exists: false }),
  notice(open, 'people', privacyOfficer, { kind: 'of an open one' }),
  notice(far, 'people', farOffice, { kind: 'of one inland', county: INLAND }),
  notice(open, 'hhs', privacyOfficer, { kind: 'by the office', exists: false }),
  notice(open, 'hhs', policeOffice, { kind: 'by police', exists: false }),
  notice(closed, 'hhs', privacyOfficer, { kind: 'of a closed one', exists: false }),
]
