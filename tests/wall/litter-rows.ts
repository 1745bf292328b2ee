import { newId } from '#kernel/ids.ts'
import { exchangeMember, officer } from './people.ts'
import { inDays, type Row, row } from './row.ts'

const litter = (
  kind: string,
  facts: { source?: 'public' | 'member'; isTaken?: boolean; isClosed?: boolean; exists?: boolean },
): Row => {
  const { source = 'public', isTaken = false, isClosed = false, exists = true } = facts
  const by = exchangeMember
  return row(
    'litter_report',
    {
      ...{ id: newId(), jurisdiction_id: officer.organization.county, place: `Steps, ${kind}`, zip: '04609' },
      ...{ amount: 'few', source, due_at: inDays(2) },
      taken_by_organization_id: isTaken ? by.organization.id : null,
      taken_by_member_id: isTaken ? by.id : null,
      taken_at: isTaken ? new Date() : null,
      closed_as: isClosed ? 'picked-up' : null,
      syringes: isClosed ? 4 : null,
      closed_at: isClosed ? new Date() : null,
    },
    {
      ...{ kind, exists },
      parties: {
        county: officer.organization.county,
        ...(isTaken ? { organization: by.organization.id } : {}),
      },
    },
  )
}

/** Syringe litter that waits, that a program has taken, and that is picked up. */
export const litterRows: readonly Row[] = [
  litter('waits', {}),
  litter('taken', { isTaken: true }),
  litter('picked up', { isTaken: true, isClosed: true }),
  litter('by anybody', { exists: false }),
  litter('by a member', { source: 'member', exists: false }),
]
