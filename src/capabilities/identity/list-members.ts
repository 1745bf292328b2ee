import type { AsActor } from '#platform/database/as-actor.ts'
import { listWaitingInvitations, type WaitingInvitation } from './invitation.store.ts'
import {
  type Account,
  countAccounts,
  listAccounts,
  MEMBER_FILTERS,
  type MemberFilter,
} from './members.store.ts'
import type { TracedMember } from './signed-in.ts'

export const MEMBERS_A_PAGE = 25

/** What an administrator looks for among their organization's members. */
export type MemberSearch = {
  readonly words: string
  readonly show: MemberFilter | 'invited' | undefined
  /** Counted from 1. */
  readonly page: number
}

export type MemberList = {
  readonly members: readonly Account[]
  readonly found: number
  readonly invitations: readonly WaitingInvitation[]
  readonly locked: number
}

/** Reads what an address asks for; whatever it does not name is left out. */
export const readMemberSearch = (query: (name: string) => string | undefined): MemberSearch => {
  const show = query('show')
  const page = Number(query('page'))
  return {
    words: (query('q') ?? '').trim().slice(0, 100),
    show: [...MEMBER_FILTERS, 'invited' as const].find((one) => one === show),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}

/** The members of an administrator's organization, and who was invited and has yet to come. */
export const listMembers = (
  { organizationId, ...actor }: TracedMember,
  asActor: AsActor,
  { words, show, page }: MemberSearch,
): Promise<MemberList> =>
  asActor({ organizationId, ...actor }, async (tx) => {
    const search = { organizationId, words, filter: show === 'invited' ? undefined : show }
    const offset = (page - 1) * MEMBERS_A_PAGE
    const onlyInvited = show === 'invited'
    const members = onlyInvited ? [] : await listAccounts(tx, search, { limit: MEMBERS_A_PAGE, offset })
    const found = onlyInvited ? 0 : await countAccounts(tx, search)
    const locked = await countAccounts(tx, { organizationId, words: '', filter: 'locked' })
    const waiting = await listWaitingInvitations(tx, organizationId)
    const invitations = show === undefined || onlyInvited ? waiting.filter((one) => isMeant(one, words)) : []
    return { members, found, invitations, locked }
  })

const isMeant = ({ name, title, email }: WaitingInvitation, words: string): boolean =>
  `${name} ${title ?? ''} ${email}`.toLowerCase().includes(words.toLowerCase())
