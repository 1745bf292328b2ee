import type { Role } from '#kernel/actor.ts'

/** Who follows a case. Harm reduction never sees what is legal; police and courts never record it here. */
export const FOLLOW_WITH: readonly Role[] = ['provider', 'navigator', 'case-manager']

/** Whether somebody with these roles may look at charges that are held. */
export const followsCases = (roles: readonly Role[]): boolean =>
  roles.some((role) => FOLLOW_WITH.includes(role))
