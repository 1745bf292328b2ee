import { timingSafeEqual } from 'node:crypto'
import { record } from '#audit'
import type { Refusal } from '#kernel/refusal.ts'
import { findSafeWord, keepSafeWord } from './access.store.ts'
import type { RecordMeans } from './enter-record.ts'
import type { OpenRecord } from './open-record.ts'
import { safeWordHash, sessionHash } from './person-secrets.ts'
import { countWord, uncoverSession } from './session.store.ts'

/** A word of fewer letters is found by chance. */
const SHORTEST = 4
const LONGEST = 60
/** How many words a covered page hears before it closes. */
const MOST_WORDS = 6

/** Sets the word without which a covered page shows nothing, or takes it away (an empty one). */
export const setSafeWord = async (
  open: OpenRecord,
  { asActor, keys }: RecordMeans,
  word: string,
): Promise<{ readonly isSet: boolean } | Refusal<'word-too-short' | 'word-too-long'>> => {
  const said = word.trim()
  if (said !== '' && said.length < SHORTEST) return { refused: 'word-too-short' }
  if (said.length > LONGEST) return { refused: 'word-too-long' }
  const { accessId } = open.actor
  const hash = said === '' ? null : safeWordHash(keys.codes, accessId, said)
  await asActor(open.actor, async (tx) => {
    await keepSafeWord(tx, accessId, hash)
    await record(tx, { action: 'my-record.safe-word', outcome: 'done', detail: { isSet: hash !== null } })
  })
  return { isSet: hash !== null }
}

/**
 * Says a word to a covered page. Only the right one uncovers it; every other is looked up like a search that finds
 * nothing, and after a few the session ends.
 *
 * @returns whether the record is in sight again
 */
export const saySafeWord = async (
  open: OpenRecord,
  { asActor, keys }: RecordMeans,
  token: string,
  word: string,
): Promise<boolean> => {
  const { accessId, trace } = open.actor
  const kept = await asActor(open.actor, (tx) => findSafeWord(tx, accessId))
  const isRight =
    kept !== undefined && isSame(kept, safeWordHash(keys.codes, accessId, word.slice(0, LONGEST)))
  const claim = sessionHash(token)
  await asActor({ kind: 'visitor', claim, trace }, (tx) =>
    isRight ? uncoverSession(tx, claim) : countWord(tx, claim, MOST_WORDS),
  )
  return isRight
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
