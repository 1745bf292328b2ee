import { newId } from '#kernel/ids.ts'
import { place, placeKeeper } from './people.ts'
import { inDays, type Row, row } from './row.ts'

// Who was invited to the place, and the accounts that their invitations name.

export type InvitationLife = 'waiting' | 'ended' | 'accepted' | 'taken back'

type Invited = { readonly life: InvitationLife; readonly invitation: string; readonly member: string }

const invite = (life: InvitationLife): Invited => ({ life, invitation: newId(), member: newId() })

const invited: readonly Invited[] = (['waiting', 'ended', 'accepted', 'taken back'] as const).map(invite)

/** What stands in the signed link of an invitation. */
export const invitationOf = (life: InvitationLife): string =>
  (invited.find((one) => one.life === life) as Invited).invitation

/** The account that an invitation names. */
export const invitedMember = (life: InvitationLife): string =>
  (invited.find((one) => one.life === life) as Invited).member

const partiesOf = (member: string) => ({ member, organization: place.id, county: place.county })

const invitation = ({ life, invitation: id, member }: Invited): Row =>
  row(
    'invitation',
    {
      id,
      jurisdiction_id: place.county,
      organization_id: place.id,
      member_id: member,
      name: 'Somebody new',
      title: null,
      email: `${member}@example.org`,
      roles: ['provider'],
      invited_by: placeKeeper.id,
      round: 1,
      expires_at: inDays(life === 'ended' ? -1 : 6),
      accepted_at: life === 'accepted' ? inDays(-1) : null,
      withdrawn_at: life === 'taken back' ? inDays(-1) : null,
    },
    { kind: life, of: place.name, parties: partiesOf(member) },
  )

/**
 * The account is there already, so that what belongs to it can be tried: accepting makes both in one transaction, of
 * which this is the middle.
 */
const account = ({ life, member }: Invited): readonly Row[] => [
  row(
    'member',
    {
      id: member,
      jurisdiction_id: place.county,
      organization_id: place.id,
      name: 'Somebody new',
      title: null,
      email: `${member}@example.org`,
      roles: ['provider'],
      disabled_at: life === 'ended' ? inDays(-1) : null,
    },
    {
      kind: life === 'ended' ? 'closed, invited' : `invited, ${life}`,
      of: place.name,
      parties: partiesOf(member),
    },
  ),
  row(
    'credential',
    { member_id: member, password_hash: 'hash' },
    { kind: `invited, ${life}`, of: place.name, parties: partiesOf(member), exists: false },
  ),
  row(
    'sign_on_link',
    {
      id: newId(),
      member_id: member,
      issuer: `https://login-${place.id}.example.org`,
      subject: `subject-${member}`,
    },
    { kind: 'own organization', of: place.name, parties: partiesOf(member), exists: false },
  ),
]

export const invitationRows: readonly Row[] = invited.flatMap((one) => [invitation(one), ...account(one)])
