import type { Who } from './actors.ts'
import { isJob, isPrivacyOfficerOf, memberOf, nobody, type TableRules } from './model.ts'
import type { Row } from './row.ts'

const isOffice = (who: Who, { parties }: Row): boolean => isPrivacyOfficerOf(who, parties.county)

/** The job that looks through the record, and nobody else, says what is unusual. */
const finds = (who: Who): boolean => isJob(who, 'find-unusual-access')

export const privacyRules: Readonly<Record<string, TableRules>> = {
  // When organizations work is the office's own yardstick.
  working_hours: {
    reads: (who, row) => isOffice(who, row) || finds(who),
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
  // What was discovered is written down by the office alone, and stays as it was when it was closed.
  breach: {
    reads: isOffice,
    adds: (who, row) => isOffice(who, row) && memberOf(who) === row.values.opened_by_member_id,
    changes: (who, row) => isOffice(who, row) && row.kind !== 'closed',
    removes: nobody,
  },
  breach_person: {
    reads: isOffice,
    adds: (who, row) =>
      isOffice(who, row) &&
      memberOf(who) === row.values.added_by_member_id &&
      !row.kind.endsWith('a closed one'),
    changes: nobody,
    removes: (who, row) => isOffice(who, row) && row.kind !== 'of a closed one',
  },
  breach_notice: {
    reads: isOffice,
    adds: (who, row) =>
      isOffice(who, row) &&
      memberOf(who) === row.values.written_by_member_id &&
      row.kind !== 'of a closed one',
    changes: nobody,
    removes: nobody,
  },
  records_in_week: { reads: finds, adds: finds, changes: finds, removes: nobody },
  access_watch: {
    reads: (who, row) => finds(who) || isOffice(who, row),
    adds: finds,
    changes: finds,
    removes: nobody,
  },
  unusual_access: {
    reads: (who, row) => finds(who) || isOffice(who, row),
    adds: finds,
    changes: nobody,
    removes: finds,
  },
}
