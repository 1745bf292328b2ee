import {
  type AskKey,
  type Asks,
  FLAGS,
  type Flag,
  GENDER_ASKS,
  LEVEL_ASKS,
  MOUD_ASKS,
  REACH,
  USED_HOURS,
  WHEN,
} from './asks.ts'
import { PAYERS } from './listing.ts'
import { CAPACITY_LEVELS } from './profile.ts'

/**
 * The asks as they stand in an address. An address is seen by whoever looks over a shoulder, and may be sent on: so it
 * holds codes of closed lists and an age, never words that somebody typed about a person. The server's log keeps
 * paths without what is asked of them.
 */

const LISTS = {
  when: WHEN,
  payer: PAYERS,
  moud: MOUD_ASKS,
  level: LEVEL_ASKS,
  room: CAPACITY_LEVELS,
  gender: GENDER_ASKS,
  used: USED_HOURS,
  within: REACH,
} as const satisfies Partial<Record<AskKey, object>>

type Query = Readonly<Record<string, readonly string[]>>

const OLDEST = 120

/** Reads what is asked; what cannot be meant is passed over, because somebody may have shortened the address by hand. */
export const readAsks = (query: Query): Asks => {
  const chosen = Object.entries(LISTS).flatMap(([key, words]) => {
    const code = query[key]?.[0]
    return code !== undefined && code !== 'not-sure' && Object.hasOwn(words, code) ? [[key, code]] : []
  })
  const flags = (query.with ?? []).flatMap((flag) => (Object.hasOwn(FLAGS, flag) ? [[flag, true]] : []))
  const age = /^\d{1,3}$/.test(query.age?.[0]?.trim() ?? '') ? Number(query.age?.[0]) : undefined
  return Object.fromEntries([
    ...chosen,
    ...flags,
    ...(age !== undefined && age <= OLDEST ? [['age', age]] : []),
  ])
}

/** The fields of the asks in an address. */
export const askFields = (asks: Asks): [string, string][] =>
  (Object.keys(asks) as AskKey[]).flatMap((key): [string, string][] => {
    const asked = asks[key]
    if (asked === undefined) return []
    return isFlag(key) ? [['with', key]] : [[key, String(asked)]]
  })

const isFlag = (key: AskKey): key is Flag => Object.hasOwn(FLAGS, key)
