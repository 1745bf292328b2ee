import type { Who } from './actors.ts'
import {
  countyOf,
  isMember,
  isOperator,
  type May,
  memberOf,
  organizationOf,
  type TableRules,
} from './model.ts'
import { imports } from './model-network.ts'
import type { Row } from './row.ts'

/** Managers and administrators have lists imported. */
const asks = (who: Who): boolean =>
  isMember(who) && who.roles.some((role) => role === 'manager' || role === 'administrator')

const ofTheirCounty = (who: Who, row: Row): boolean => asks(who) && countyOf(who) === row.parties.county

/** What was imported in their county, and what the operator imported for all. */
const sees: May = (who, row) =>
  imports(who) || ofTheirCounty(who, row) || (asks(who) && row.parties.county === null)

const works: May = (who, row) => imports(who) || ofTheirCounty(who, row)

const inTheirName: May = (who, row) =>
  row.parties.member === null
    ? isOperator(who)
    : asks(who) &&
      memberOf(who) === row.parties.member &&
      organizationOf(who) === row.parties.organization &&
      countyOf(who) === row.parties.county

const wasNeverImported = (row: Row): boolean =>
  ['columns', 'checked', 'refused'].includes(row.values.state as string)

const byWhoeverWorks: TableRules = { reads: works, adds: works, changes: works, removes: works }

const signed: May = (who, row) => ofTheirCounty(who, row) && memberOf(who) === row.parties.member

export const importRules: Readonly<Record<string, TableRules>> = {
  directory_import: {
    reads: sees,
    adds: inTheirName,
    changes: works,
    removes: (who, row) => works(who, row) && wasNeverImported(row),
  },
  import_part: byWhoeverWorks,
  import_finding: { ...byWhoeverWorks, reads: sees },
  import_alike: byWhoeverWorks,
  import_mapping: { reads: ofTheirCounty, adds: signed, changes: signed, removes: ofTheirCounty },
  import_row: {
    reads: (who, row) => imports(who) || (sees(who, row) && row.values.kept_because !== null),
    adds: imports,
    changes: imports,
    removes: imports,
  },
}
