import { listingSaid } from './hsds-rows.ts'
import { isAnybody, isOperator, type May, type TableRules } from './model.ts'
import { findsListing } from './model-network.ts'

/** What another directory says is seen by whoever may find the listing of which it says it. */
const reads: May = (who, row) => {
  const listing = listingSaid(row)
  return isAnybody(who) && (listing === undefined || findsListing(who, listing))
}

const byOperator: TableRules = { reads, adds: isOperator, changes: isOperator, removes: isOperator }

export const hsdsRules: Readonly<Record<string, TableRules>> = {
  hsds_record: byOperator,
  hsds_link: byOperator,
}
