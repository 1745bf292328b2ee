import type { Tx } from '#platform/database/as-actor.ts'
import { selectPrograms } from './county.store.ts'

/** A program under 42 CFR Part 2 that takes part, with how it is reached. */
export type Program = Awaited<ReturnType<typeof selectPrograms>>[number]

/** The Part 2 programs of all counties, by name. Which take part is public. */
export const listPrograms = (tx: Tx): Promise<Program[]> => selectPrograms(tx)
