import { newId } from '#kernel/ids.ts'
import { farPolice, members, type Organization, place, police } from './people.ts'
import { type Row, row } from './row.ts'

const entry = (organization: Organization | undefined, role: 'manager' | 'officer' | undefined): Row => {
  const member = members.find((one) => one.organization === organization && role && one.roles.includes(role))
  return row(
    'card_entry',
    {
      ...{ id: newId(), state: 'ME', field: 'good-samaritan.arrest', value: 'protected', source: 'The law' },
      ...(member
        ? { reviewed_on: '2026-11-20', organization_id: organization?.id, member_id: member.id }
        : { edition: '2026-11-24', as_of: '2025', confidence: 'seen-in-statute' }),
    },
    {
      kind: member ? `entered by ${role}` : 'shipped',
      of: organization?.name ?? 'the program',
      parties: { organization: member ? (organization?.id ?? null) : null, member: member?.id ?? null },
    },
  )
}

/** What the law says: shipped, and entered by somebody of each kind who could try. */
export const cardRows: readonly Row[] = [
  entry(undefined, undefined),
  entry(police, 'manager'),
  entry(police, 'officer'),
  entry(place, 'manager'),
  entry(farPolice, 'officer'),
]
