import { listingSaid } from './hsds-rows.ts'
import { isAnybody, type May, type TableRules } from './model.ts'
import { findsListing, imports } from './model-network.ts'

/** What another directory says is seen by whoever may find the listing of which it says it. */
const reads: May = (who, row) => {
  const listing = listingSaid(row)
  return isAnybody(who) && (listing === undefined || findsListing(who, listing))
}

const byImporter: TableRules = { reads, adds: imports, changes: imports, removes: imports }

export const hsdsRules: Readonly<Record<string, TableRules>> = {
  hsds_record: byImporter,
  hsds_link: byImporter,
}
