import { newId } from '#kernel/ids.ts'
import { type Member, officer, placeProvider } from './people.ts'
import { inDays, type Row, row } from './row.ts'

// What belongs to accounts beside the account itself.

const partiesOf = ({ id, organization }: Member) => ({
  member: id,
  organization: organization.id,
  county: organization.county,
})

const parkedForm = (member: Member, kind: 'waiting' | 'expired'): Row =>
  row(
    'parked_form',
    {
      key_hash: newId(),
      member_id: member.id,
      sealed: 'sealed',
      created_at: inDays(kind === 'waiting' ? 0 : -1),
      expires_at: inDays(kind === 'waiting' ? 0.02 : -0.98),
    },
    { kind, of: member.organization.name, parties: partiesOf(member) },
  )

export const accountRows: readonly Row[] = [
  parkedForm(officer, 'waiting'),
  parkedForm(officer, 'expired'),
  parkedForm(placeProvider, 'waiting'),
]
