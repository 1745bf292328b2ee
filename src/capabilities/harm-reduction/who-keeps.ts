import type { Role } from '#kernel/actor.ts'

/** Who carries kits or keeps the shelf they come from; the database's `actor_keeps_supplies` says the same. */
export const KEEPERS: readonly Role[] = [
  ...(['officer', 'sergeant', 'angel', 'navigator', 'case-manager'] as const),
  ...(['provider', 'harm-reduction', 'manager'] as const),
]

/** Whether somebody may leave kits behind now; a reason when not. Asked of whoever keeps training. */
export type MayLeaveBehind = (actor: {
  readonly memberId: string
}) => Promise<
  { readonly may: true } | { readonly may: false; readonly because: string; readonly href: string }
>
