import type { OwnHandoff } from '#referrals'

/** Where one request for help stands, for the person: what comes next, and whom to ask. */
export type NextStep =
  | { readonly is: 'waiting'; readonly by: Date }
  | { readonly is: 'expected'; readonly on: string }
  | { readonly is: 'late' | 'welcome' | 'arrived' | 'declined' | 'taken-back' }

/**
 * What comes next of a request for help, judged by what was recorded and the moment: what happened last counts, except
 * that whoever has arrived stays so.
 */
export const nextStep = (handoff: OwnHandoff, now: Date): NextStep => {
  const has = (name: OwnHandoff['steps'][number]['step']) => handoff.steps.some(({ step }) => step === name)
  if (has('arrived')) return { is: 'arrived' }
  if (handoff.withdrawnAt) return { is: 'taken-back' }
  if (has('declined')) return { is: 'declined' }
  if (handoff.forDate) return { is: 'expected', on: handoff.forDate }
  if (has('accepted')) return { is: 'welcome' }
  return handoff.answerDueAt > now ? { is: 'waiting', by: handoff.answerDueAt } : { is: 'late' }
}
