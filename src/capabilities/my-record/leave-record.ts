import { record } from '#audit'
import type { Trace } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { OpenRecord } from './open-record.ts'
import { sessionHash } from './person-secrets.ts'
import { coverSession, endSession } from './session.store.ts'

/** Closes a record for good: to see it again takes the code. */
export const closeRecord = async (open: OpenRecord, asActor: AsActor, token: string): Promise<void> => {
  await withSession(open.actor.trace, asActor, token, endSession)
  await asActor(open.actor, (tx) => record(tx, { action: 'my-record.close', outcome: 'done' }))
}

/**
 * Takes a record out of sight in one press. With a safe word it is covered, and the word brings it back; without one it is
 * closed, because nothing else would keep whoever looks over a shoulder from opening it again.
 */
export const hideRecord = async (open: OpenRecord, asActor: AsActor, token: string): Promise<void> => {
  if (!open.hasSafeWord) return closeRecord(open, asActor, token)
  await withSession(open.actor.trace, asActor, token, coverSession)
}

const withSession = (
  trace: Trace,
  asActor: AsActor,
  token: string,
  act: typeof endSession,
): Promise<unknown> => {
  const claim = sessionHash(token)
  return asActor({ kind: 'visitor', claim, trace }, (tx) => act(tx, claim))
}
