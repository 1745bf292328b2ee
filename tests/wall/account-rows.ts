import { newId } from '#kernel/ids.ts'
import { HARBOR, type Member, officer, otherProvider, placeKeeper, placeProvider } from './people.ts'
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

const guard = (member: Member, kind: 'counting' | 'locked'): Row =>
  row(
    'sign_in_guard',
    {
      member_id: member.id,
      failures: [inDays(0)],
      locked_at: kind === 'locked' ? inDays(0) : null,
      password_void_at: null,
    },
    { kind, of: member.organization.name, parties: partiesOf(member) },
  )

const recoveryCode = (member: Member): Row =>
  row(
    'recovery_code',
    { member_id: member.id, code_hash: `hash-${member.id}` },
    { kind: 'left', of: member.organization.name, parties: partiesOf(member) },
  )

export type LinkLife = 'asked for' | 'made by an administrator'
const links = new Map<LinkLife, string>([
  ['asked for', newId()],
  ['made by an administrator', newId()],
])
/** What stands in the signed link to a member's account. */
export const accountLinkOf = (life: LinkLife): string => links.get(life) as string

const accountLink = (member: Member, life: LinkLife): Row =>
  row(
    'account_link',
    {
      id: accountLinkOf(life),
      member_id: member.id,
      purpose: life === 'asked for' ? 'new-password' : 'begin-again',
      made_by: life === 'asked for' ? null : placeKeeper.id,
      created_at: inDays(0),
      expires_at: inDays(0.02),
      used_at: null,
    },
    { kind: life, of: member.organization.name, parties: partiesOf(member) },
  )

const notice = (version: number, exists: boolean): Row =>
  row(
    'use_notice',
    { jurisdiction_id: HARBOR, version, text: 'This system is restricted.' },
    { kind: exists ? 'holds' : 'new', parties: { county: HARBOR }, exists },
  )

export const accountRows: readonly Row[] = [
  guard(officer, 'counting'),
  guard(placeProvider, 'counting'),
  guard(otherProvider, 'locked'),
  recoveryCode(officer),
  recoveryCode(placeProvider),
  accountLink(officer, 'asked for'),
  accountLink(placeProvider, 'made by an administrator'),
  notice(1, true),
  notice(2, false),
  parkedForm(officer, 'waiting'),
  parkedForm(officer, 'expired'),
  parkedForm(placeProvider, 'waiting'),
]
