import type { Role } from '#kernel/actor.ts'

/** Who keeps the library of their county: they add, import, put lists together and answer questions. */
export const KEEPERS = ['manager', 'trainer', 'administrator'] as const satisfies readonly Role[]

export const keepsLibrary = (roles: readonly Role[]): boolean =>
  roles.some((role) => KEEPERS.some((keeper) => keeper === role))
