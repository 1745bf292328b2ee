import type { Who } from './actors.ts'
import { isPrivacyOfficerOf, memberOf, nobody, type TableRules } from './model.ts'
import type { Row } from './row.ts'

const isOffice = (who: Who, { parties }: Row): boolean => isPrivacyOfficerOf(who, parties.county)

export const privacyRules: Readonly<Record<string, TableRules>> = {
  // When organizations work is the office's own yardstick.
  working_hours: {
    reads: isOffice,
    adds: (who, row) => isOffice(who, row) && memberOf(who) === row.values.set_by_member_id,
    changes: nobody,
    removes: isOffice,
  },
  // What was found of a member stays, in the name of whoever found it, who is never the member.
  access_set_aside: {
    reads: isOffice,
    adds: (who, row) =>
      isOffice(who, row) &&
      memberOf(who) === row.values.set_aside_by_member_id &&
      memberOf(who) !== row.values.member_id,
    changes: nobody,
    removes: nobody,
  },
}
