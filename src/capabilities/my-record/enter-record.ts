import { record } from '#audit'
import type { Trace } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findAccess } from './access.store.ts'
import { isPersonCode, readPersonCode } from './person-code.ts'
import { codeHash, newSessionToken, sessionHash } from './person-secrets.ts'
import { insertSession } from './session.store.ts'

/** What opening a record takes: the database, and the key that the database does not hold. */
export type RecordMeans = { readonly asActor: AsActor; readonly keys: { readonly codes: Buffer } }

/**
 * Opens a record with a printed code and the year of birth. Code and year are one hash, so a wrong code, a wrong year, a
 * code that was taken back and one that never was all find the same nothing, after the same work (P2-050).
 *
 * @param given as typed
 * @returns the token of a session, which opens covered when the person has set a safe word
 */
export const enterRecord = async (
  trace: Trace,
  { asActor, keys }: RecordMeans,
  given: { readonly code: string; readonly birthYear: string },
): Promise<{ token: string } | Refusal<'not-recognised'>> => {
  const code = readPersonCode(given.code)
  const hash = codeHash(keys.codes, code, given.birthYear.trim())
  const visitor = { kind: 'visitor', claim: hash, trace } as const
  const access = await asActor(visitor, (tx) => findAccess(tx, hash))
  if (!access) {
    await asActor(visitor, (tx) =>
      record(tx, {
        action: 'my-record.enter',
        outcome: 'refused',
        // A slip of the pen and a guess look the same from outside, and the office has to tell them apart.
        detail: { couldBeACode: isPersonCode(code) },
      }),
    )
    return { refused: 'not-recognised' }
  }
  const token = newSessionToken()
  const { personId, jurisdictionId } = access
  await asActor({ kind: 'person', personId, jurisdictionId, accessId: access.id, trace }, async (tx) => {
    await insertSession(tx, {
      tokenHash: sessionHash(token),
      accessId: access.id,
      covered: access.safeWordHash !== null,
    })
    await record(tx, { action: 'my-record.enter', outcome: 'done' })
  })
  return { token }
}
