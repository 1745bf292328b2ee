import type { Who } from './actors.ts'
import { claimOf, isJob, memberOf, nobody, type TableRules } from './model.ts'
import type { Row } from './row.ts'

const isOwn = (who: Who, { parties }: Row): boolean =>
  memberOf(who) !== null && memberOf(who) === parties.member
const holdsSessionOf = (who: Who, { parties }: Row): boolean => claimOf(who) === `session-${parties.member}`

export const accountRules: Readonly<Record<string, TableRules>> = {
  // What a member typed is theirs. The browser whose session ended can leave it for them, and gets nothing back.
  parked_form: {
    reads: (who, row) => isOwn(who, row) || (isJob(who, 'drop-parked-forms') && row.kind === 'expired'),
    adds: (who, row) => isOwn(who, row) || holdsSessionOf(who, row),
    changes: nobody,
    removes: (who, row) => isOwn(who, row) || (isJob(who, 'drop-parked-forms') && row.kind === 'expired'),
  },
}
