import { newId } from '#kernel/ids.ts'
import {
  farPlace,
  farProvider,
  HARBOR,
  INLAND,
  type Member,
  members,
  type Organization,
  otherPlace,
  place,
  placeProvider,
  police,
  privacyOfficer,
} from './people.ts'
import { inDays, type Row, row } from './row.ts'
import { scenarios } from './scenarios.ts'

/** What the office of each county wrote, and what somebody could write: in their own name, in a colleague's, of themselves. */

const officeOf = (organization: Organization): Member =>
  members.find((one) => one.organization === organization && one.roles.includes('privacy-officer')) as Member

const farOfficer = officeOf(farPlace)
const policeOfficer = officeOf(police)

const hoursRow = (organization: Organization, by: Member, facts: { kind: string; exists?: boolean }): Row =>
  row(
    'working_hours',
    {
      organization_id: organization.id,
      jurisdiction_id: organization.county,
      hours: [{ days: [1, 2, 3, 4, 5], opens: '08:00', closes: '18:00' }],
      set_by_member_id: by.id,
    },
    {
      kind: facts.kind,
      of: organization.name,
      parties: { member: by.id, organization: organization.id, county: organization.county },
      exists: facts.exists ?? true,
    },
  )

const asideRow = (
  county: string,
  about: Member,
  by: Member,
  facts: { kind: string; exists?: boolean },
): Row =>
  row(
    'access_set_aside',
    {
      id: newId(),
      jurisdiction_id: county,
      rule: 'after-hours',
      member_id: about.id,
      about: `2026-11-${facts.exists === false ? '23' : '24'}`,
      note: 'Covered for a colleague',
      set_aside_by_member_id: by.id,
    },
    {
      kind: facts.kind,
      parties: { member: about.id, county },
      exists: facts.exists ?? true,
    },
  )

const inCounty = (
  table: string,
  county: string,
  values: Readonly<Record<string, unknown>>,
  exists = true,
): Row =>
  row(
    table,
    { jurisdiction_id: county, ...values },
    { kind: exists ? 'kept' : 'to keep', parties: { county }, exists },
  )

const WEEK = '2026-11-16'
const records = (member: Member, week: string, exists = true): Row =>
  inCounty(
    'records_in_week',
    member.organization.county,
    { week, member_id: member.id, organization_id: member.organization.id, records: 7 },
    exists,
  )

const unusual = (member: Member, about: string, exists = true): Row =>
  inCounty(
    'unusual_access',
    member.organization.county,
    {
      ...{
        rule: 'spike',
        member_id: member.id,
        organization_id: member.organization.id,
        about,
        at: inDays(-8),
      },
      ...{ records: 40, usual: 5, weeks: 8, colleagues: 0 },
    },
    exists,
  )

/** What was told of somebody to whom nobody had any business with them. */
const stranger = inCounty('unusual_access', HARBOR, {
  ...{ rule: 'no-relationship', member_id: placeProvider.id, organization_id: place.id, about: newId() },
  ...{ at: inDays(-2), person_ids: [scenarios[0]?.person], basis: 'audit', looks: 1 },
})

export const privacyRows: readonly Row[] = [
  stranger,

  records(placeProvider, WEEK),
  records(farProvider, WEEK),
  records(placeProvider, '2026-11-23', false),
  inCounty('access_watch', HARBOR, { looked_until: inDays(-0.1) }),
  inCounty('access_watch', INLAND, { looked_until: inDays(-0.1) }),
  unusual(placeProvider, WEEK),
  unusual(farProvider, WEEK),
  unusual(placeProvider, '2026-11-23', false),

  hoursRow(place, privacyOfficer, { kind: 'set' }),
  hoursRow(farPlace, farOfficer, { kind: 'set inland' }),
  hoursRow(otherPlace, privacyOfficer, { kind: 'by the office', exists: false }),
  hoursRow(police, policeOfficer, { kind: 'by police', exists: false }),
  asideRow(HARBOR, placeProvider, privacyOfficer, { kind: 'set aside' }),
  asideRow(INLAND, farProvider, farOfficer, { kind: 'set aside inland' }),
  asideRow(HARBOR, placeProvider, privacyOfficer, { kind: 'by the office', exists: false }),
  asideRow(HARBOR, privacyOfficer, privacyOfficer, { kind: 'of themselves', exists: false }),
  asideRow(HARBOR, placeProvider, policeOfficer, { kind: 'by police', exists: false }),
]
