import { newId } from '#kernel/ids.ts'
import { exchangeMember, farOfficer, type Member, officer } from './people.ts'
import { inDays, type Row, row } from './row.ts'

export const INTO_ANOTHERS = 'into another organization’s shelf'

const ofMember = ({ id, organization }: Member) => ({
  ...{ organization: organization.id, member: id, county: organization.county },
})

const own = ({ organization }: Member) => ({
  ...{ jurisdiction_id: organization.county, organization_id: organization.id },
})

type Facts = { kind: string; by: Member; exists?: boolean }

const rowOf = (
  table: string,
  { kind, by, exists = true }: Facts,
  values: Record<string, unknown>,
  recipient?: string,
): Row =>
  row(table, values, {
    ...{ kind, of: by.organization.name, exists },
    parties: { ...ofMember(by), ...(recipient ? { recipient } : {}) },
  })

const lot = (facts: Facts, isRecalled = false): Row =>
  rowOf('supply_lot', facts, {
    ...{ id: newId(), ...own(facts.by), number: `HC-${facts.kind}`, product: 'Nasal 4 mg', doses_per_kit: 2 },
    ...{ expires_on: '2028-01-31', added_by_member_id: facts.by.id },
    recalled_at: isRecalled ? new Date() : null,
    recalled_by_member_id: isRecalled ? facts.by.id : null,
  })

const holder = (facts: Facts): Row =>
  rowOf('supply_holder', facts, {
    ...{ id: newId(), ...own(facts.by), kind: 'site', name: `Shelf, ${facts.kind}`, contact: null },
    ...{ member_id: null, partner_organization_id: null, is_leave_behind: false, minimum_kits: null },
  })

const kept = lot({ kind: 'kept', by: officer })
const shelf = holder({ kind: 'a shelf', by: officer })
const exchangeShelf = holder({ kind: 'a shelf', by: exchangeMember })

const received = (facts: Facts, into: Row): Row =>
  rowOf('supply_event', facts, {
    ...{ id: newId(), ...own(facts.by), kind: 'receive', lot_id: kept.values.id, from_holder_id: null },
    ...{ to_holder_id: into.values.id, kits: 5, counted: null, recipient_kind: null, corrects_id: null },
    ...{ is_short: false, occurred_at: inDays(-1), recorded_by_member_id: facts.by.id },
  })

const liaison = (facts: Facts): Row =>
  rowOf('naloxone_liaison', facts, {
    ...{ id: newId(), ...own(facts.by), member_id: facts.by.id, named_by_member_id: facts.by.id },
  })

const alert = (days: number, exists: boolean): Row =>
  rowOf(
    'expiry_alert',
    { kind: `at ${days} days`, by: officer, exists },
    {
      ...{ ...own(officer), lot_id: kept.values.id, days },
    },
  )

const request = (facts: Facts, stands: 'waits' | 'sent' | 'arrived'): Row =>
  rowOf(
    'restock_request',
    facts,
    {
      ...{ id: newId(), ...own(facts.by), holder_id: shelf.values.id, asked_by_member_id: facts.by.id },
      ...{ to_organization_id: exchangeMember.organization.id, kits: 5, reason: 'asked' },
      answer: stands === 'waits' ? null : 'sent',
      answered_by_member_id: stands === 'waits' ? null : exchangeMember.id,
      answered_at: stands === 'waits' ? null : inDays(-1),
      lot_id: stands === 'waits' ? null : kept.values.id,
      sent_kits: stands === 'waits' ? null : 5,
      arrived_at: stands === 'arrived' ? new Date() : null,
    },
    exchangeMember.organization.id,
  )

const quarter = (facts: Facts, code: string): Row =>
  rowOf('supply_quarter', facts, {
    ...{
      id: newId(),
      ...own(facts.by),
      quarter: code,
      numbers: { received: 5 },
      sent_by_member_id: facts.by.id,
    },
  })

const given = (facts: Facts): Row =>
  rowOf('naloxone_given', facts, {
    ...{ id: newId(), ...own(facts.by), recorded_by_member_id: facts.by.id, incident_id: newId() },
    ...{ occurred_at: inDays(-1), zip: '04609', crossing: 'Dock and 3rd', doses: 2, product: null },
    ...{ response: 'better', after: 'hospital', survived: 'yes', age_band: null, gender: null },
    ...{ called_at: null, arrived_at: null, ems_at: null },
  })

/** Kits of a police department and of a harm-reduction program, requests between them, and naloxone that was given. */
export const supplyRows: readonly Row[] = [
  kept,
  lot({ kind: 'recalled', by: exchangeMember }, true),
  lot({ kind: 'new', by: officer, exists: false }),
  lot({ kind: 'elsewhere', by: farOfficer, exists: false }),
  shelf,
  exchangeShelf,
  holder({ kind: 'another shelf', by: officer, exists: false }),
  received({ kind: 'received', by: officer }, shelf),
  received({ kind: 'received', by: exchangeMember }, exchangeShelf),
  received({ kind: 'the next', by: officer, exists: false }, shelf),
  received({ kind: INTO_ANOTHERS, by: officer, exists: false }, exchangeShelf),
  liaison({ kind: 'named', by: officer }),
  liaison({ kind: 'the next', by: officer, exists: false }),
  alert(90, true),
  alert(30, false),
  request({ kind: 'waits', by: officer }, 'waits'),
  request({ kind: 'sent', by: officer }, 'sent'),
  request({ kind: 'arrived', by: officer }, 'arrived'),
  request({ kind: 'the next', by: officer, exists: false }, 'waits'),
  quarter({ kind: 'sent', by: officer }, '2026-Q3'),
  quarter({ kind: 'the one before', by: officer, exists: false }, '2026-Q2'),
  given({ kind: 'given', by: officer }),
  given({ kind: 'given', by: exchangeMember }),
  given({ kind: 'given again', by: officer, exists: false }),
]
