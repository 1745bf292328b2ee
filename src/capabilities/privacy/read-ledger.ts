import { record } from '#audit'
import { type DisclosureFilter, type DisclosureLine, listDisclosures } from '#disclosures'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'

/** The most lines that are handed out in one file. */
export const MOST_EXPORTED = 10_000
/** So many are read at once. */
const BATCH = 500

export type Ledger = {
  readonly lines: readonly DisclosureLine[]
  /** The organizations that were told anything, to choose from. */
  readonly recipients: readonly { readonly id: string; readonly name: string }[]
}

/** The county's ledger for its privacy officer, the newest line first; that it was read is recorded. */
export const readLedger = (asActor: AsActor, actor: MemberActor, filter: DisclosureFilter): Promise<Ledger> =>
  asActor(actor, async (tx) => {
    const lines = await listDisclosures(within(tx), actor, filter)
    await recordRead(tx, 'privacy.ledger', lines)
    return { lines, recipients: await listTold(within(tx), actor) }
  })

/** The organizations of the county that were told anything, by name. */
export const listTold = async (asActor: AsActor, actor: MemberActor): Promise<Ledger['recipients']> =>
  (await listDisclosures(asActor, actor, { onePerRecipient: true }))
    .map(({ to }) => to)
    .sort((one, other) => one.name.localeCompare(other.name))

/** Lines read to their end, and whether that was the end of them. */
export type WholeLedger = { readonly lines: readonly DisclosureLine[]; readonly isWhole: boolean }

/** All that was told about a person in the time of their accounting (2.25), at most 10,000 lines; it is recorded too. */
export const readAccounting = (
  asActor: AsActor,
  actor: MemberActor,
  about: { readonly personId: string; readonly from: Date; readonly before: Date },
): Promise<WholeLedger> => asActor(actor, (tx) => readWhole(tx, actor, about, 'privacy.accounting'))

/**
 * All lines that fit, to be taken out of Causeway, at most 10,000. That it was taken out is recorded with the id of every
 * line; if it cannot be recorded, nothing is handed out.
 */
export const exportLedger = (
  asActor: AsActor,
  actor: MemberActor,
  filter: DisclosureFilter,
): Promise<WholeLedger> => asActor(actor, (tx) => readWhole(tx, actor, filter, 'privacy.export-ledger'))

/** Of whom an organization was told anything in a time, each once; it is recorded as a look into the ledger. */
export const listPeopleTold = async (
  tx: Tx,
  actor: MemberActor,
  span: { readonly toOrganizationId: string; readonly from: Date; readonly before: Date },
): Promise<string[]> => {
  const { lines } = await readWhole(tx, actor, span, 'privacy.ledger')
  return [...new Set(lines.flatMap(({ personIds }) => personIds))]
}

const readWhole = async (
  tx: Tx,
  actor: MemberActor,
  filter: DisclosureFilter,
  action: Read,
): Promise<WholeLedger> => {
  const lines: DisclosureLine[] = []
  let olderThan: string | undefined
  while (lines.length <= MOST_EXPORTED) {
    const batch = await listDisclosures(within(tx), actor, { ...filter, olderThan, limit: BATCH })
    lines.push(...batch)
    olderThan = batch.at(-1)?.id
    if (batch.length < BATCH) break
  }
  const given = lines.slice(0, MOST_EXPORTED)
  await recordRead(tx, action, given)
  return { lines: given, isWhole: lines.length <= MOST_EXPORTED }
}

// The verb opens a transaction of its own; here it reads in this one.
const within =
  (tx: Tx): AsActor =>
  (_, work) =>
    work(tx)

type Read = 'privacy.ledger' | 'privacy.accounting' | 'privacy.export-ledger'

const recordRead = (tx: Tx, action: Read, lines: readonly DisclosureLine[]): Promise<void> =>
  record(tx, {
    action,
    subjectKind: 'disclosure',
    subjectIds: lines.map(({ id }) => id),
    outcome: 'seen',
    dataClasses: ['ledger'],
    detail: { lines: lines.length, ...(action === 'privacy.export-ledger' ? { channel: 'csv' } : {}) },
  })
