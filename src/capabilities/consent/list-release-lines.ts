import type { Tx } from '#platform/database/as-actor.ts'
import { type LineFilter, type LineState, type ReleaseLine, selectLines } from './release-lines.store.ts'

export type { LineFilter, LineState, ReleaseLine }

/**
 * What was signed, line by line, ended lines too, the newest first, as far as the actor may know: an organization what it
 * obtained, the county's privacy officer all of it. Who shows what others obtained records that first.
 */
export const listReleaseLines = (tx: Tx, filter: LineFilter): Promise<ReleaseLine[]> =>
  selectLines(tx, filter)
