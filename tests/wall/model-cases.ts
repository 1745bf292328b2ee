import type { Who } from './actors.ts'
import { ELSEWHERE, NOT_TAKEN_ON } from './case-rows.ts'
import { helpsPeople, isMember, memberOf, nobody, organizationOf, type TableRules } from './model.ts'
import type { Row } from './row.ts'

const inOwnName = (who: Who, { parties }: Row): boolean => memberOf(who) === (parties.member ?? null)

/** Works on the cases of the organization that holds one. No member of police or a court ever does. */
const worksThere = (who: Who, { parties }: Row): boolean =>
  isMember(who) &&
  who.roles.some((role) => ['angel', 'navigator', 'case-manager', 'provider'].includes(role)) &&
  who.organization?.isCriminalJustice === false &&
  organizationOf(who) === parties.organization

/** A task of a case is for those who work on cases; one of something else for whoever works with people. */
const mayTask = (who: Who, row: Row): boolean =>
  row.values.case_id === null
    ? isMember(who) && helpsPeople(who) && organizationOf(who) === row.parties.organization
    : worksThere(who, row)

export const caseRules: Readonly<Record<string, TableRules>> = {
  // That somebody has a case says that they take part: only those who work with them see it.
  case_file: {
    reads: worksThere,
    adds: (who, row) => worksThere(who, row) && inOwnName(who, row) && row.kind !== NOT_TAKEN_ON,
    changes: worksThere,
    removes: nobody,
  },
  case_identity: {
    reads: worksThere,
    adds: (who, row) => worksThere(who, row) && row.kind !== ELSEWHERE,
    changes: worksThere,
    removes: nobody,
  },
  case_entry: {
    reads: worksThere,
    adds: (who, row) => worksThere(who, row) && inOwnName(who, row) && row.kind !== ELSEWHERE,
    changes: worksThere,
    removes: nobody,
  },
  case_task: {
    reads: mayTask,
    adds: (who, row) => mayTask(who, row) && inOwnName(who, row) && row.kind !== ELSEWHERE,
    changes: mayTask,
    removes: nobody,
  },
}
