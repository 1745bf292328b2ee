import type { Tx } from '#platform/database/as-actor.ts'
import { selectOpenOrganizations } from './county.store.ts'

/** An organization that takes part, with what it is and how it is reached. */
export type OpenOrganization = Awaited<ReturnType<typeof selectOpenOrganizations>>[number]

/** A program under 42 CFR Part 2, as its own notice names it. */
export type Program = Pick<OpenOrganization, 'id' | 'jurisdictionId' | 'name' | 'phone' | 'intakeEmail'>

/** The organizations of all counties that take part now, by name. Which take part is public. */
export const listOrganizations = (tx: Tx): Promise<OpenOrganization[]> => selectOpenOrganizations(tx)
