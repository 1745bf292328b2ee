import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { selectCounties } from './county.store.ts'

/** Every county that takes part, by name, and whether it is an invented one. */
export const listCounties = (tx: Tx): Promise<{ id: Id<'jurisdiction'>; name: string; isDemo: boolean }[]> =>
  selectCounties(tx)
