import { accountLinkOf } from './account-rows.ts'
import type { Who } from './actors.ts'
import { claimOf } from './model.ts'
import { members, officer, placeProvider } from './people.ts'
import type { Row } from './row.ts'
import { accountOf, passkeyOf } from './sign-on-rows.ts'

const sessionOf = (row: Row): string => `session-${row.parties.member}`
const addressOf = (row: Row): string => `${row.parties.member}@example.org`

/** Signing in looks at one account: that whose address or session is held up. */
export const isHeldUp = (who: Who, row: Row): boolean => {
  const claim = claimOf(who)
  return claim !== undefined && (claim === addressOf(row) || claim === sessionOf(row))
}

/** Or at that whose passkey, account at a provider, or link for a lost password is held up. */
export const isHeldUpOtherwise = (who: Who, { parties }: Row): boolean => {
  const member = members.find(({ id }) => id === parties.member)
  const claim = claimOf(who)
  if (!member || claim === undefined) return false
  return (
    claim === passkeyOf(member) ||
    claim === accountOf(member, member.organization) ||
    (claim === accountLinkOf('asked for') && member === officer) ||
    (claim === accountLinkOf('made by an administrator') && member === placeProvider)
  )
}
