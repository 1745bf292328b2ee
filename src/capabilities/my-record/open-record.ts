import type { Lang } from '#design'
import type { PersonActor, Trace } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { sessionHash } from './person-secrets.ts'
import { findSession } from './session.store.ts'

/** An open record: whose, and how its pages speak. */
export type OpenRecord = {
  readonly actor: PersonActor & { readonly trace: Trace }
  /** The organization that gave the code, to which a question leads. */
  readonly organizationId: Id<'organization'>
  readonly language: Lang
  readonly hasSafeWord: boolean
  /** Only the harmless page may be shown. */
  readonly isCovered: boolean
  readonly timeZone: string
  readonly countyName: string
}

/**
 * Whose record a session shows. Idle time, and that the code was not taken back, are judged by the database on each call.
 * @returns undefined when the token opens nothing
 */
export const openRecord = async (
  trace: Trace,
  asActor: AsActor,
  token: string,
): Promise<OpenRecord | undefined> => {
  if (!token) return undefined
  const claim = sessionHash(token)
  const found = await asActor({ kind: 'visitor', claim, trace }, (tx) => findSession(tx, claim))
  if (!found) return undefined
  const { personId, jurisdictionId, accessId } = found
  return {
    actor: { kind: 'person', personId, jurisdictionId, accessId, trace },
    organizationId: found.organizationId,
    language: found.language,
    hasSafeWord: found.hasSafeWord,
    isCovered: found.coveredAt !== null,
    timeZone: found.timeZone,
    countyName: found.jurisdictionName,
  }
}
