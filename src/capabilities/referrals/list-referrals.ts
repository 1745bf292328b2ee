import { disclose } from '#disclosures'
import { findOrganizations } from '#identity'
import type { Need, Payer } from '#network'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Receiver } from './answer-referral.ts'
import { type Answer, clockStoppedAt, type StepName } from './referral.ts'
import { selectOwnSteps, selectReceived, selectSent, selectSteps } from './referrals.store.ts'

/** One line of a list of referrals, on either side. */
export type ReferralLine = {
  readonly id: string
  readonly side: 'sender' | 'receiver'
  /** What the person is called, where the reader may know it. */
  readonly name: string | undefined
  readonly whereabouts: string | undefined
  readonly from: string
  readonly to: string
  readonly toPhone: string | null
  readonly fromPhone: string | null
  readonly needs: readonly Need[]
  readonly payer: Payer
  readonly agreesToContact: boolean
  readonly submittedAt: Date
  readonly answerDueAt: Date
  readonly withdrawnAt: Date | undefined
  /** When the clock stopped, as far as the reader may know. */
  readonly clockStoppedAt: Date | undefined
  /** Steps that the reader may know of. */
  readonly steps: readonly StepName[]
  /** Only for the receiver. */
  readonly answer: Answer | undefined
  readonly forDate: string | undefined
}

/** What an organization sent, the newest first. `before` pages on: the time of the last one shown. */
export const listSent = (
  asActor: AsActor,
  actor: Receiver,
  { before, limit }: { before?: Date | undefined; limit: number },
): Promise<ReferralLine[]> =>
  asActor(actor, async (tx) => {
    const rows = await selectSent(tx, actor, { before, limit })
    return lines(
      tx,
      rows.map((row) => ({ ...row, answer: null, forDate: null })),
      'sender',
    )
  })

/** What an organization was asked, what waits for an answer first. One row of the ledger for each sender shown. */
export const listReceived = (
  asActor: AsActor,
  actor: Receiver,
  { limit, channel }: { limit: number; channel: 'page' | 'api' },
): Promise<ReferralLine[]> =>
  asActor(actor, async (tx) => {
    const rows = await selectReceived(tx, actor, limit)
    await disclose(tx, {
      shown: rows.map(({ id, ...row }) => ({ ...row, subjectId: id })),
      dataClasses: ['own-submission', 'identity', 'handoff'],
      purpose: 'answering referrals',
      channel,
      action: 'referrals.list',
      subjectKind: 'referral',
    })
    return lines(
      tx,
      rows.map((row) => ({ ...row, whereabouts: null })),
      'receiver',
    )
  })

type ListRow = Awaited<ReturnType<typeof selectSent>>[number] & {
  answer: Answer | null
  forDate: string | null
}

const lines = async (
  tx: Tx,
  rows: readonly ListRow[],
  side: 'sender' | 'receiver',
): Promise<ReferralLine[]> => {
  const ids = rows.map(({ id }) => id)
  // What the place did is not in a sender's list: under a release it is shown on the referral's own page alone, with the
  // notice and a line in the ledger.
  const [organizations, allSteps] = await Promise.all([
    findOrganizations(tx, [
      ...new Set(rows.flatMap((row) => [row.fromOrganizationId, row.toOrganizationId])),
    ]),
    side === 'sender' ? selectOwnSteps(tx, ids) : selectSteps(tx, ids),
  ])
  const steps = Map.groupBy(allSteps, (step) => step.referralId)
  return rows.map((row) => {
    const known = steps.get(row.id) ?? []
    return {
      id: row.id,
      side,
      name: row.name ?? undefined,
      whereabouts: row.whereabouts ?? undefined,
      from: organizations.get(row.fromOrganizationId)?.name ?? 'An organization',
      to: organizations.get(row.toOrganizationId)?.name ?? 'An organization',
      toPhone: organizations.get(row.toOrganizationId)?.phone ?? null,
      fromPhone: organizations.get(row.fromOrganizationId)?.phone ?? null,
      needs: row.needs,
      payer: row.payer,
      agreesToContact: row.agreesToContact,
      submittedAt: row.submittedAt,
      answerDueAt: row.answerDueAt,
      withdrawnAt: row.withdrawnAt ?? undefined,
      clockStoppedAt: clockStoppedAt(known),
      steps: known.map(({ step }) => step),
      answer: row.answer ?? undefined,
      forDate: row.forDate ?? undefined,
    }
  })
}
