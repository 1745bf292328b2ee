import type { MemberActor } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type Standing, standingOf } from './visit.ts'
import { type CallRow, selectCalls, selectVisit, type VisitRow } from './visits.store.ts'

export type Visit = {
  readonly noted: VisitRow
  readonly calls: readonly CallRow[]
  readonly standing: Standing
  /** `station`: the actor's own organization opened it. `program`: one of their angels was called. */
  readonly side: 'station' | 'program'
}

/** A visit as the actor may see it; undefined when it is none, or not theirs. */
export const findVisit = async (tx: Tx, actor: MemberActor, id: string): Promise<Visit | undefined> => {
  const noted = isId(id) ? await selectVisit(tx, id) : undefined
  if (!noted) return undefined
  const calls = await selectCalls(tx, [noted.id])
  const side = noted.organizationId === actor.organizationId ? 'station' : 'program'
  // In a program only who was called, or follows for it, has anything to do with it.
  if (side === 'program' && calls.length === 0) return undefined
  return { noted, calls, side, standing: standingOf(noted, calls, new Date()) }
}
