import type { Act } from './observe.ts'

/** A rule of docs/security/wall.md that the policies do not keep, and what is seen of it. */
type NotKept = {
  readonly rule: number
  readonly table: string
  readonly act: Act | 'undoes'
  readonly seen: RegExp
}

/**
 * Faults of policies, each named so that everything beside it stays watched. Whoever mends one takes it out of this list:
 * an entry of which nothing is seen any more fails the test.
 */
export const NOT_KEPT: readonly NotKept[] = [
  // A link that was left good after somebody else answered still shows the referral; one that ended, the answer.
  { rule: 7, table: 'referral', act: 'reads', seen: /^link to answer, good .* wrongly reads/ },
  { rule: 7, table: 'referral_identity', act: 'reads', seen: /^link to answer, good .* wrongly reads/ },
  { rule: 7, table: 'handoff_step', act: 'reads', seen: /^link to answer, good .* wrongly reads/ },
  { rule: 7, table: 'handoff_step', act: 'reads', seen: /^link to \S+, expired .* wrongly reads/ },
  { rule: 7, table: 'referral_answer', act: 'reads', seen: /^link to \S+, expired .* wrongly reads/ },
  // An organization's system writes that a link did it, and a link that was used writes again.
  { rule: 12, table: 'referral_answer', act: 'adds', seen: /^token .* wrongly adds .*, by link/ },
  { rule: 12, table: 'handoff_step', act: 'adds', seen: /^(token|link) .* wrongly adds .*, by link/ },
  // Who knows the id of a referral writes parts of it that are not theirs.
  { rule: 13, table: 'referral_identity', act: 'adds', seen: /wrongly adds by somebody who did not send it/ },
  { rule: 13, table: 'handoff_step', act: 'adds', seen: /wrongly adds arrived, by somebody not asked/ },
  { rule: 13, table: 'referral_link', act: 'adds', seen: /wrongly adds (answer|confirm-arrival), / },
  // What ended is ended again, at another time, or begins anew.
  { rule: 14, table: 'release_line', act: 'changes', seen: /wrongly changes stopped/ },
  { rule: 14, table: 'release_line', act: 'undoes', seen: / undoes / },
  { rule: 14, table: 'referral', act: 'changes', seen: /wrongly changes withdrawn/ },
  { rule: 14, table: 'referral', act: 'undoes', seen: / undoes / },
  { rule: 14, table: 'referral_link', act: 'changes', seen: /wrongly changes \S+, used/ },
  { rule: 14, table: 'referral_link', act: 'undoes', seen: / undoes / },
  { rule: 14, table: 'referral_draft', act: 'adds', seen: /^job drop-drafts wrongly adds/ },
  { rule: 14, table: 'referral_draft', act: 'changes', seen: /^job drop-drafts wrongly changes/ },
  // The place and the provider of a listing of nobody, and of one that is hidden from whoever asks.
  { rule: 17, table: 'provider', act: 'changes', seen: /wrongly changes / },
  { rule: 17, table: 'site', act: 'changes', seen: /wrongly changes / },
]

export const isKnown = (table: string, act: NotKept['act'], breach: string): boolean =>
  NOT_KEPT.some((one) => one.table === table && one.act === act && one.seen.test(breach))
