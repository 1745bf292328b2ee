import type { AsActor } from '#platform/database/as-actor.ts'
import {
  countSeals,
  findBrokenRecord,
  findLostWaiting,
  findUnsealed,
  listChains,
  listMonths,
  listSeals,
  type SealFacts,
} from './audit-chain.store.ts'

/** Seals checked in one statement: enough to keep the database busy, few enough to stay within a statement's time. */
const PAGE = 50
/** A record that was written in a transaction still open when its neighbours were sealed has this long to be sealed. */
const SETTLED_FOR = '10 minutes'
const DAY_MS = 24 * 3600 * 1000

/** The first thing that does not hold. `chain` is the jurisdiction, or the nil UUID. */
export type Broken =
  | {
      readonly what: 'missing-seal' | 'changed-seal' | 'broken-link'
      readonly chain: string
      readonly seal: number
    }
  | {
      readonly what: 'changed-record' | 'missing-record'
      readonly chain: string
      /** Null: the record was still waiting for its seal. */
      readonly seal: number | null
      readonly record: string
      readonly at: string
    }
  | { readonly what: 'unsealed-record'; readonly chain: string; readonly record: string; readonly at: string }

/** A chain's youngest seal. Kept outside the database, it later shows whether the chain's end was written anew. */
export type ChainHead = { readonly chain: string; readonly seal: number; readonly hash: string }

export type AuditVerdict = {
  readonly ok: boolean
  readonly records: number
  readonly seals: number
  readonly broken: Broken | null
  readonly heads: readonly ChainHead[]
}

/** How many seals there are to verify, to show how far verifying has come. */
export const countSealsToVerify = (asActor: AsActor, options: { chain?: string } = {}): Promise<number> =>
  asActor({ kind: 'operator' }, (tx) => countSeals(tx, options.chain))

/**
 * Recomputes every hash of the audit record, chain by chain, and names the first thing that does not hold: a record
 * or seal that was changed or is missing, a link between seals that does not fit, a record that was never sealed.
 * Reads by pages, so its memory does not grow with the record, and records may be written meanwhile.
 *
 * @param options.chain only this chain
 * @param options.onProgress told after each page how many seals have been checked in all
 */
export const verifyAudit = async (
  asActor: AsActor,
  options: { chain?: string; onProgress?: (seals: number) => void } = {},
): Promise<AuditVerdict> => {
  const count = { records: 0, seals: 0 }
  const heads: ChainHead[] = []
  const verdict = (broken: Broken | null): AuditVerdict => ({ ok: broken === null, ...count, broken, heads })

  const chains = options.chain ? [options.chain] : await asActor({ kind: 'operator' }, listChains)
  for (const chain of chains) {
    let head: ChainHead = { chain, seal: 0, hash: '' }
    for (let page = PAGE; page === PAGE; ) {
      const seals = await asActor({ kind: 'operator' }, (tx) => listSeals(tx, chain, head.seal, PAGE))
      const broken = await checkPage(asActor, head, seals)
      if (broken) return verdict(broken)
      for (const seal of seals) {
        head = { chain, seal: seal.number, hash: seal.hash }
        count.records += seal.records
      }
      count.seals += seals.length
      options.onProgress?.(count.seals)
      page = seals.length
    }
    if (head.seal > 0) heads.push(head)
  }
  return verdict(await findUncovered(asActor, options.chain))
}

const checkPage = async (
  asActor: AsActor,
  head: ChainHead,
  seals: readonly SealFacts[],
): Promise<Broken | undefined> => {
  const [first] = seals
  const last = seals.at(-1)
  if (!first || !last) return undefined
  const { chain } = head
  const brokenSeal = findBrokenSeal(head, seals)
  // Computing hashes keeps one core busy, and nearly every server has two: half a page for each.
  const middle = Math.floor((first.number + last.number) / 2)
  const [before, after] = await Promise.all(
    [
      { first: first.number, last: middle },
      { first: middle + 1, last: last.number },
    ].map((half) => asActor({ kind: 'operator' }, (tx) => findBrokenRecord(tx, chain, half))),
  )
  const record = before ?? after
  if (!record || (brokenSeal && brokenSeal.seal <= record.seal)) return brokenSeal
  return {
    what: record.isGone ? 'missing-record' : 'changed-record',
    chain,
    seal: record.seal,
    record: record.record,
    at: record.at.toISOString(),
  }
}

const findBrokenSeal = (
  head: ChainHead,
  seals: readonly SealFacts[],
): Extract<Broken, { what: 'missing-seal' | 'changed-seal' | 'broken-link' }> | undefined => {
  const { chain } = head
  let { seal: number, hash } = head
  for (const seal of seals) {
    number += 1
    if (seal.number !== number) return { what: 'missing-seal', chain, seal: number }
    if (!seal.holds) return { what: 'changed-seal', chain, seal: number }
    if (seal.previousHash !== hash) return { what: 'broken-link', chain, seal: number }
    hash = seal.hash
  }
  return undefined
}

const findUncovered = async (asActor: AsActor, chain: string | undefined): Promise<Broken | null> => {
  const lost = await asActor({ kind: 'operator' }, (tx) => findLostWaiting(tx, chain))
  if (lost) return { what: 'missing-record', seal: null, ...lost, at: lost.at.toISOString() }
  for (const month of await asActor({ kind: 'operator' }, listMonths)) {
    const next = Math.min(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1), Date.now())
    for (let from = month; from.getTime() < next; from = new Date(from.getTime() + DAY_MS)) {
      const until = new Date(from.getTime() + DAY_MS)
      const found = await asActor({ kind: 'operator' }, (tx) =>
        findUnsealed(tx, { from, until }, SETTLED_FOR, chain),
      )
      if (found) return { what: 'unsealed-record', ...found, at: found.at.toISOString() }
    }
  }
  return null
}
