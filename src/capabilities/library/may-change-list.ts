import type { MemberActor } from '#kernel/actor.ts'
import { keepsLibrary } from './keepers.ts'
import type { ReadingList } from './lists.store.ts'

/** Who made a list changes it, and whoever keeps the library of its county; the policy says the same. */
export const mayChangeList = (actor: MemberActor | undefined, list: ReadingList): boolean =>
  actor !== undefined &&
  actor.jurisdictionId === list.jurisdictionId &&
  (actor.memberId === list.memberId || keepsLibrary(actor.roles))
