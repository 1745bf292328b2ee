import { sql } from 'kysely'

/** Whether an account can sign in, however that is done, in a query of `member` and `organization`. */
export const isOpenAccount = sql<boolean>`(member.disabled_at is null and organization.closed_at is null)`

/** Whether it was locked after too many failures (CJ-1), in a query of `member`. */
export const isLockedAccount = sql<boolean>`exists (
  select from sign_in_guard where sign_in_guard.member_id = member.id and sign_in_guard.locked_at is not null)`

/** Whether its password may be in other hands, so that it opens nothing until there is another (CJ-15). */
export const hasVoidPassword = sql<boolean>`exists (
  select from sign_in_guard where sign_in_guard.member_id = member.id
    and sign_in_guard.password_void_at is not null)`
