import type { Who } from './actors.ts'
import {
  helpsPeople,
  isJob,
  isMember,
  isPrivacyOfficerOf,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import type { Row } from './row.ts'

/** Whoever sits with the person, in their own name. Police and courts never do (P2-017). */
const isOwn = (who: Who, { parties }: Row): boolean =>
  memberOf(who) !== null &&
  memberOf(who) === parties.member &&
  helpsPeople(who) &&
  who.organization?.isCriminalJustice === false

const isBegun = (who: Who, row: Row): boolean => isOwn(who, row) && row.kind !== 'expired'
const isDropped = (who: Who, row: Row): boolean => isJob(who, 'drop-signings') && row.kind === 'expired'

const isAt = (who: Who, { parties }: Row): boolean =>
  helpsPeople(who) && organizationOf(who) === parties.organization

export const signingRules: Readonly<Record<string, TableRules>> = {
  // What was answered so far is its member's alone, for a day, and then the job's that drops it.
  release_draft: {
    reads: (who, row) => isBegun(who, row) || isDropped(who, row),
    adds: isOwn,
    changes: isBegun,
    removes: (who, row) => isBegun(who, row) || isDropped(who, row),
  },
  // The paper of a release is its organization's, the person's and the privacy officer's. It stays as it was kept.
  release_scan: {
    reads: (who, row) =>
      (isMember(who) && isAt(who, row)) ||
      isPrivacyOfficerOf(who, row.parties.county) ||
      (who.person !== undefined && who.person.name === row.of),
    adds: (who, row) => isAt(who, row) && isOwn(who, row),
    changes: nobody,
    removes: nobody,
  },
}
