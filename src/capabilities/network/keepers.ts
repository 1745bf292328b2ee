import type { Role } from '#kernel/actor.ts'

/** Whose people may keep a listing at all; the database judges whose listing it is, and that police keep none. */
export const KEEPERS = [
  'provider',
  'harm-reduction',
  'manager',
  'administrator',
] as const satisfies readonly Role[]

/** Who may write down what they hear of a place: whoever keeps it, and whoever calls places for people. */
export const TELLERS = [...KEEPERS, 'navigator', 'case-manager'] as const satisfies readonly Role[]

/** Who may add a provider and a place that nobody has listed. */
export const ADDERS = ['manager', 'administrator'] as const satisfies readonly Role[]
