import { isDeepStrictEqual } from 'node:util'
import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { hasChange, holdService, insertChange, type Kept, writeKept } from './keeping.store.ts'
import { factOf } from './profile-fields.ts'
import { insertFactCheck } from './told.store.ts'

export type ListingChange = {
  /** Made by whoever changes it: sent twice, it is one change. */
  readonly id: string
  readonly serviceId: string
  /** The moment up to which the form knew the listing; left out where nothing that was seen could be undone unseen. */
  readonly seenAt?: Date | undefined
  /** What it says from now on, by the names of its columns; `closures` are its closed days. */
  readonly set: (now: Kept) => Readonly<Record<string, unknown>>
  /** Whether somebody has just looked at all of it: then each fact of it counts as checked today, changed or not. */
  readonly looked?: readonly string[]
  readonly zone: string
}

export type ChangeRefusal = Refusal<'no-such-service' | 'changed-meanwhile'>

/**
 * Changes what a listing says, in the name of whoever does. What it said before is kept beside it, so that the change can
 * be read, and taken back. From now on the listing is a member's: no import changes it any more.
 *
 * @returns the names of what changed; none when it said all of that already
 */
export const changeListing = (
  asActor: AsActor,
  actor: Actor,
  change: ListingChange,
): Promise<{ changed: readonly string[] } | ChangeRefusal> =>
  asActor<{ changed: readonly string[] } | ChangeRefusal>(actor, (tx) => changeWithin(tx, change))

/** The same inside a transaction that does more. */
export const changeWithin = async (
  tx: Tx,
  change: ListingChange,
): Promise<{ changed: readonly string[] } | ChangeRefusal> => {
  const { id, serviceId, seenAt } = change
  const before = await holdService(tx, serviceId)
  if (!before) return { refused: 'no-such-service' }
  if (await hasChange(tx, id)) return { changed: [] }
  if (seenAt && before.updatedAt.getTime() > seenAt.getTime()) return { refused: 'changed-meanwhile' }
  const set = change.set(before)
  const changed = Object.keys(set).filter((name) => !isDeepStrictEqual(set[name], before[name]))
  await checkFacts(tx, change, changed)
  if (changed.length > 0) await writeChange(tx, { ...change, before, set, changed })
  return { changed }
}

type Written = Pick<ListingChange, 'id' | 'serviceId'> & {
  readonly before: Kept
  readonly set: Readonly<Record<string, unknown>>
  readonly changed: readonly string[]
  readonly undoes?: string
}

/** Writes what changed, what it was, and whose change it is. */
export const writeChange = async (
  tx: Tx,
  { id, serviceId, before, set, changed, undoes }: Written,
): Promise<void> => {
  const pick = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.map((name) => [name, from[name]]))
  await writeKept(tx, serviceId, { source: 'member', ...pick(set) })
  await insertChange(tx, {
    id,
    serviceId,
    byMember: tx.actor.kind === 'member' ? tx.actor.memberId : null,
    what: changed,
    before: { ...pick(before), source: before.source },
    after: { ...pick(set), source: set.source ?? 'member' },
    undoes: undoes ?? null,
  })
  await record(tx, {
    action: undoes ? 'network.change-undone' : 'network.listing-changed',
    outcome: 'done',
    subjectKind: 'service',
    subjectIds: [serviceId],
    detail: { fields: changed.length, ...(changed.includes('status') ? { status: String(set.status) } : {}) },
  })
}

/** Whoever writes what a place is like has looked: the facts that changed, and those of the form, are as of today. */
const checkFacts = async (
  tx: Tx,
  { id, serviceId, zone, looked = [] }: ListingChange,
  changed: readonly string[],
): Promise<void> => {
  const facts = new Set([...looked, ...changed].flatMap((name) => factOf(name) ?? []))
  for (const fact of facts)
    await insertFactCheck(tx, {
      id: derivedId('fact-check', `${id} ${fact}`),
      serviceId,
      fact,
      holds: true,
      checkedOn: dayAt(new Date(), zone),
      source: 'member',
      byMember: tx.actor.kind === 'member' ? tx.actor.memberId : null,
    })
}
