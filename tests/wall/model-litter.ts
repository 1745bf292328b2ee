import type { Who } from './actors.ts'
import { countyOf, isMember, nobody, organizationOf, type TableRules } from './model.ts'
import type { Row } from './row.ts'

const picksUp = (who: Who, { parties }: Row): boolean =>
  isMember(who) &&
  who.organization?.isCriminalJustice === false &&
  who.roles.some((role) => role === 'harm-reduction' || role === 'manager') &&
  countyOf(who) === parties.county

export const litterRules: Readonly<Record<string, TableRules>> = {
  // Anybody reports; the programs that pick up read it, and police do not: whoever left a syringe is not looked for.
  litter_report: {
    reads: picksUp,
    adds: (who, { values, parties }) =>
      values.taken_at === null &&
      (values.source === 'public'
        ? who.actor?.kind === 'visitor'
        : isMember(who) && countyOf(who) === parties.county),
    changes: (who, row) =>
      picksUp(who, row) &&
      row.values.closed_at === null &&
      (row.values.taken_at === null || organizationOf(who) === row.parties.organization),
    removes: nobody,
  },
}
