import type { Definition, Finding } from '#pathways'
import type { ApprovalRow, DecisionRow } from './screening.store.ts'
import type { MetOrNot } from './screening.table.ts'

/** How a decision stands: it waits for a yes, or it is done. */
export type Standing = 'approved' | 'waiting' | 'not-approved' | 'ineligible' | 'stopped'

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  approved: 'Approved',
  waiting: 'Waits for a yes',
  'not-approved': 'Not approved',
  ineligible: 'Presumptively ineligible',
  stopped: 'Hard stop',
}

/** Where a decision stands with what was answered so far: one no ends it, and every yes is needed. */
export const standingOf = (
  { outcome, overrideReason }: Pick<DecisionRow, 'outcome' | 'overrideReason'>,
  approvals: readonly Pick<ApprovalRow, 'answer'>[],
): Standing => {
  if (outcome === 'hard-stop') return 'stopped'
  if (outcome === 'presumptively-ineligible' && overrideReason === null) return 'ineligible'
  if (approvals.some(({ answer }) => answer === 'no')) return 'not-approved'
  return approvals.every(({ answer }) => answer === 'yes') ? 'approved' : 'waiting'
}

/** What is kept of the criteria: met or not, without those that a check of records answered. */
export const keptOf = ({ met, missed }: Finding): readonly MetOrNot[] =>
  [...met.map((one) => ({ one, isMet: true })), ...missed.map((one) => ({ one, isMet: false }))]
    .filter(({ one }) => one.check === 'asked')
    .map(({ one, isMet }) => ({ id: one.id, met: isMet }))

/** Whether a warrant check was asked for on the way: each is counted. */
export const ranWarrantCheck = ({ met, missed }: Finding): boolean =>
  [...met, ...missed].some(({ check }) => check === 'warrant')

/** Criteria in their words, as the version says them. */
export const criterionWords = ({ criteria }: Definition, ids: readonly string[]): readonly string[] =>
  ids.map((id) => criteria.find((one) => one.id === id)?.label ?? 'A criterion')
