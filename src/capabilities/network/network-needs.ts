import type { Role } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'

export type NetworkNeeds = {
  readonly asActor: AsActor
  readonly keys: { readonly links: Buffer }
  /** Where a member with these roles begins a referral to a service; undefined where they send none. */
  readonly referTo: (roles: readonly Role[], serviceId: string) => string | undefined
}
