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
import type { Checkpoint } from './checkpoint.ts'

/** Seals checked in one statement: enough to keep the database busy, few enough to stay within a statement's time. */
const PAGE = 50
/** A record that was written in a transaction still open when its neighbours were sealed has this long to be sealed. */
const SETTLED_FOR = '10 minutes'
/** Days looked through at once: a core each on the smallest server. */
const LANES = 2
const DAY_MS = 24 * 3600 * 1000

/** The first thing that does not hold. `chain` is the jurisdiction, or the nil UUID. */
export type Broken =
  | {
      readonly what: 'missing-seal' | 'changed-seal' | 'broken-link'
      readonly chain: string
      readonly seal: number
    }
  /** The chain no longer holds what it held when the checkpoint was signed. */
  | { readonly what: 'other-checkpoint'; readonly chain: string; readonly seal: number; readonly at: string }
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

export type VerifyOptions = {
  /** Only this chain. */
  readonly chain?: string
  /** Checkpoints whose signatures hold: each has to be found in its chain again. */
  readonly checkpoints?: readonly Checkpoint[]
  /** Told after each page how many seals have been checked in all. */
  readonly onProgress?: (seals: number) => void
}

/**
 * Recomputes every hash of the audit record, chain by chain, and names the first thing that does not hold: a record
 * or seal that was changed or is missing, a link between seals that does not fit, a checkpoint that is not of this
 * chain, a record that was never sealed. Reads by pages, so its memory does not grow with the record, and records may
 * be written meanwhile.
 */
export const verifyAudit = async (asActor: AsActor, options: VerifyOptions = {}): Promise<AuditVerdict> => {
  const count = { records: 0, seals: 0 }
  const heads: ChainHead[] = []
  const verdict = (broken: Broken | null): AuditVerdict => ({ ok: broken === null, ...count, broken, heads })

  const chains = options.chain ? [options.chain] : await asActor({ kind: 'operator' }, listChains)
  const kept = (options.checkpoints ?? []).filter(({ chain }) => !options.chain || chain === options.chain)
  const keptOf = Map.groupBy(kept, ({ chain, seal }) => `${chain} ${seal}`)
  const strange = kept.find(({ chain }) => !chains.includes(chain))
  if (strange) return verdict(asBroken(strange))
  for (const chain of chains) {
    const sealed = count.records
    let head: ChainHead = { chain, seal: 0, hash: '' }
    for (let page = PAGE; page === PAGE; ) {
      const { seals, broken } = await checkPage(asActor, head)
      if (broken) return verdict(broken)
      for (const seal of seals) {
        head = { chain, seal: seal.number, hash: seal.hash }
        count.records += seal.records
        const records = count.records - sealed
        const other = keptOf
          .get(`${chain} ${seal.number}`)
          ?.find((checkpoint) => checkpoint.hash !== seal.hash || checkpoint.records !== records)
        if (other) return verdict(asBroken(other))
      }
      count.seals += seals.length
      options.onProgress?.(count.seals)
      page = seals.length
    }
    const beyond = kept.find((checkpoint) => checkpoint.chain === chain && checkpoint.seal > head.seal)
    if (beyond) return verdict(asBroken(beyond))
    if (head.seal > 0) heads.push(head)
  }
  return verdict(await findUncovered(asActor, options.chain))
}

const asBroken = ({ chain, seal, at }: Checkpoint): Broken => ({ what: 'other-checkpoint', chain, seal, at })

/** The seals after a head, and the first thing that does not hold in them or in their records. */
const checkPage = async (
  asActor: AsActor,
  head: ChainHead,
): Promise<{ seals: readonly SealFacts[]; broken: Broken | undefined }> => {
  const { chain, seal: done } = head
  const recordsOf = (first: number, last: number) =>
    asActor({ kind: 'operator' }, (tx) => findBrokenRecord(tx, chain, { first, last }))
  // Computing hashes keeps one core busy, and nearly every server has two: half a page for each.
  const [seals, before, after] = await Promise.all([
    asActor({ kind: 'operator' }, (tx) => listSeals(tx, chain, done, PAGE)),
    recordsOf(done + 1, done + PAGE / 2),
    recordsOf(done + PAGE / 2 + 1, done + PAGE),
  ])
  const brokenSeal = findBrokenSeal(head, seals)
  const record = before ?? after
  if (!record || (brokenSeal && brokenSeal.seal <= record.seal)) return { seals, broken: brokenSeal }
  const broken: Broken = {
    what: record.isGone ? 'missing-record' : 'changed-record',
    chain,
    seal: record.seal,
    record: record.record,
    at: record.at.toISOString(),
  }
  return { seals, broken }
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
  const days = daysOf(await asActor({ kind: 'operator' }, listMonths))
  for (let next = 0; next < days.length; next += LANES) {
    const found = await Promise.all(
      days
        .slice(next, next + LANES)
        .map((day) => asActor({ kind: 'operator' }, (tx) => findUnsealed(tx, day, SETTLED_FOR, chain))),
    )
    const first = found.find((record) => record !== undefined)
    if (first) return { what: 'unsealed-record', ...first, at: first.at.toISOString() }
  }
  return null
}

/** Every day of these months up to now, oldest first. */
const daysOf = (months: readonly Date[]): { from: Date; until: Date }[] =>
  months.flatMap((month) => {
    const days: { from: Date; until: Date }[] = []
    const end = Math.min(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1), Date.now())
    for (let at = month.getTime(); at < end; at += DAY_MS)
      days.push({ from: new Date(at), until: new Date(at + DAY_MS) })
    return days
  })
