import { sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AccountTables } from './account.table.ts'

const db = (tx: Tx) => tables<AccountTables>(tx)

/** Which of an organization's accounts are looked at. */
export const MEMBER_FILTERS = ['open', 'locked', 'closed'] as const
export type MemberFilter = (typeof MEMBER_FILTERS)[number]

type Search = {
  readonly organizationId: Id<'organization'>
  readonly words: string
  readonly filter: MemberFilter | undefined
}

const lastSeen = sql<Date | null>`(select max(last_seen_at) from session where session.member_id = member.id)`

const accounts = (tx: Tx) =>
  db(tx)
    .selectFrom('member')
    .leftJoin('signInGuard', 'signInGuard.memberId', 'member.id')
    .select(['member.id', 'member.name', 'member.title', 'member.email', 'member.roles'])
    .select(['member.createdAt', 'member.disabledAt', 'signInGuard.lockedAt', 'signInGuard.passwordVoidAt'])
    .select(lastSeen.as('lastSeenAt'))

/** What was typed, as LIKE takes it: nothing in it is a wildcard. */
const anywhere = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`

const KEPT = {
  open: sql`member.disabled_at is null`,
  locked: sql`member.disabled_at is null and exists (
    select from sign_in_guard g where g.member_id = member.id and g.locked_at is not null)`,
  closed: sql`member.disabled_at is not null`,
} as const satisfies Record<MemberFilter, unknown>

/** Whether an account of `member` is one that is looked for. */
const matches = ({ organizationId, words, filter }: Search) =>
  sql<boolean>`(member.organization_id = ${organizationId}
    and concat_ws(' ', member.name, member.title, member.email) ilike ${anywhere(words)}
    and ${filter ? KEPT[filter] : sql`true`})`

/** A page of an organization's accounts, by name. */
export const listAccounts = (
  tx: Tx,
  search: Search,
  page: { limit: number; offset: number },
): Promise<Account[]> =>
  accounts(tx)
    .where(matches(search))
    .orderBy('member.name')
    .orderBy('member.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

/** How many accounts a search finds. */
export const countAccounts = async (tx: Tx, search: Search): Promise<number> => {
  const { found } = await db(tx)
    .selectFrom('member')
    .where(matches(search))
    .select(sql<number>`count(*)::int`.as('found'))
    .executeTakeFirstOrThrow()
  return found
}

export type Account = {
  id: Id<'member'>
  name: string
  title: string | null
  email: string
  roles: Role[]
  createdAt: Date
  disabledAt: Date | null
  lockedAt: Date | null
  passwordVoidAt: Date | null
  lastSeenAt: Date | null
}

/** An account of an organization, by the id that an address names. */
export const findAccountOf = (
  tx: Tx,
  organizationId: Id<'organization'>,
  id: string,
): Promise<(Account & { jurisdictionId: Id<'jurisdiction'> }) | undefined> =>
  accounts(tx)
    .select('member.jurisdictionId')
    .where('member.organizationId', '=', organizationId)
    .where(sql<boolean>`member.id::text = ${id}`)
    .executeTakeFirst()

export const updateFacts = (
  tx: Tx,
  id: Id<'member'>,
  facts: { name: string; title: string | null; roles: readonly Role[] },
) =>
  db(tx)
    .updateTable('member')
    .set({ name: facts.name, title: facts.title, roles: [...facts.roles] })
    .where('id', '=', id)
    .execute()

/** Opens an account again; from now on the days count after which it is closed unused. Whether it was closed. */
export const enableMember = async (tx: Tx, id: Id<'member'>): Promise<boolean> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('member')
    .set({ disabledAt: null, enabledAt: sql`now()` })
    .where('id', '=', id)
    .where('disabledAt', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Closes the accounts that nobody has used for so long (CJ-5), and gives them. */
export const closeUnused = (tx: Tx, days: number) =>
  db(tx)
    .updateTable('member')
    .set({ disabledAt: sql`now()` })
    .where('disabledAt', 'is', null)
    .where(
      sql<boolean>`greatest(created_at, enabled_at, ${lastSeen}) < now() - make_interval(days => ${days})`,
    )
    .returning(['id as memberId', 'jurisdictionId'])
    .execute()
