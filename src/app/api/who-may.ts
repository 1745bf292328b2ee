import type { Role } from '#kernel/actor.ts'

/** Who sends referrals. */
export const SENDERS: readonly Role[] = [
  'officer',
  'sergeant',
  'angel',
  'navigator',
  'case-manager',
  'harm-reduction',
]

/** Who answers them for the place that was asked. */
export const RECEIVERS: readonly Role[] = ['provider', 'harm-reduction', 'navigator', 'case-manager']

/** Who reads them: either side. Which ones, the database's policies decide. */
export const EITHER_SIDE: readonly Role[] = [...new Set([...SENDERS, ...RECEIVERS])]
