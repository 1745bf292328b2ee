import type { Who } from './actors.ts'
import { helpsPeople, isJob, memberOf, type TableRules } from './model.ts'
import type { Row } from './row.ts'

/** Whoever sits with the person, in their own name. Police and courts never do (P2-017). */
const isOwn = (who: Who, { parties }: Row): boolean =>
  memberOf(who) !== null &&
  memberOf(who) === parties.member &&
  helpsPeople(who) &&
  who.organization?.isCriminalJustice === false

const isBegun = (who: Who, row: Row): boolean => isOwn(who, row) && row.kind !== 'expired'
const isDropped = (who: Who, row: Row): boolean => isJob(who, 'drop-signings') && row.kind === 'expired'

export const signingRules: Readonly<Record<string, TableRules>> = {
  // What was answered so far is its member's alone, for a day, and then the job's that drops it.
  release_draft: {
    reads: (who, row) => isBegun(who, row) || isDropped(who, row),
    adds: isOwn,
    changes: isBegun,
    removes: (who, row) => isBegun(who, row) || isDropped(who, row),
  },
}
