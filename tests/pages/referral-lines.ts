import type { Role } from '#kernel/actor.ts'
import type { Who } from '../wall/actors.ts'
import type { Scenario } from '../wall/scenarios.ts'
import type { PageLine } from './page-line.ts'

/** Who refers people from a page. Harm-reduction programs refer through their own system. */
const SENDERS: readonly Role[] = ['officer', 'sergeant', 'angel', 'navigator', 'case-manager']
const RECEIVERS: readonly Role[] = ['provider', 'harm-reduction', 'navigator', 'case-manager']
const EITHER: readonly Role[] = [...new Set<Role>([...SENDERS, ...RECEIVERS])]

const sent = (who: Who, { from }: Scenario): boolean => who.organization === from

const isOpen = ({ state }: Scenario): boolean => state === 'submitted'
const saidYes = ({ state }: Scenario): boolean => state === 'accepted' || state === 'accepted-for-date'
const isTakenBack = ({ state }: Scenario): boolean => state.startsWith('withdrawn')

/** Rules 2 and 5: from sent to answered, and after a yes. After a no: nothing, at once. */
const received = (who: Who, scenario: Scenario): boolean =>
  who.organization === scenario.to && (isOpen(scenario) || saidYes(scenario))

const either = (who: Who, scenario: Scenario): boolean => sent(who, scenario) || received(who, scenario)

/** What the sender wrote, and under a live release what it says. */
const SENT = ['referral', 'referral_identity', 'handoff_step', 'release', 'release_line']
const RECEIVED = [
  ...['referral', 'referral_identity', 'referral_answer', 'handoff_step', 'referral_link'],
  ...['release', 'release_line'],
]

/** A link is good once; a used one says what it was used for, and an expired one that it ended. */
const linkAnswers = (who: Who): number => {
  if (who.holds?.link.life === 'used') return 200
  if (who.holds?.link.life === 'expired') return 410
  return who.holds && isSeenByLink(who) ? 200 : 410
}
const isSeenByLink = ({ holds }: Who): boolean =>
  holds !== undefined && (holds.purpose === 'answer' ? isOpen(holds.scenario) : saidYes(holds.scenario))

/** The page of a link is for its one purpose: the other leads nowhere. */
const forPurpose = (purpose: 'answer' | 'confirm-arrival', open: number) => (who: Who) => {
  if (who.holds?.purpose !== purpose) return 404
  return who.holds.link.life === 'good' && isSeenByLink(who) ? open : linkAnswers(who)
}

/** Whose step is confirmed follows from whose referral it is, not from the page it was confirmed on. */
const pages: readonly PageLine[] = [
  {
    route: 'GET /field',
    lets: SENDERS,
    answers: 200,
    finds: sent,
    shows: [...SENT, 'referral_draft', 'visit', 'visit_call'],
  },
  { route: 'GET /field/referral', lets: SENDERS, answers: 200 },
  { route: 'POST /field/referral', lets: SENDERS, answers: 200 },
  { route: 'POST /field/referral/draft', lets: SENDERS, answers: 204 },
  { route: 'POST /field/referral/places', lets: SENDERS, answers: 200 },
  { route: 'POST /field/referral/words', lets: SENDERS, answers: 200 },
  { route: 'GET /referrals', lets: SENDERS, answers: 200, finds: sent, shows: SENT },
  { route: 'POST /referrals', lets: SENDERS, answers: 422 },
  { route: 'GET /referrals/:id', lets: SENDERS, of: 'referral', finds: sent, answers: 200, shows: SENT },
  {
    route: 'POST /referrals/:id/handoff',
    lets: SENDERS,
    of: 'referral',
    finds: either,
    answers: 303,
  },
  { route: 'POST /referrals/:id/take-back', lets: SENDERS, of: 'referral', finds: sent, answers: 303 },
  { route: 'GET /desk', lets: RECEIVERS, answers: 200, finds: received, shows: RECEIVED },
  {
    route: 'GET /desk/referrals/:id',
    lets: RECEIVERS,
    of: 'referral',
    finds: received,
    answers: 200,
    shows: RECEIVED,
  },
  {
    route: 'POST /desk/referrals/:id/answer',
    lets: RECEIVERS,
    of: 'referral',
    finds: received,
    answers: 422,
    shows: RECEIVED,
  },
  // Whether there was such a line to stop is not said.
  { route: 'POST /desk/referrals/:id/release/:line/stop', lets: RECEIVERS, of: 'referral', answers: 303 },
  {
    route: 'POST /desk/referrals/:id/arrived',
    lets: RECEIVERS,
    of: 'referral',
    finds: (who, scenario) =>
      (sent(who, scenario) && !isTakenBack(scenario)) || (received(who, scenario) && saidYes(scenario)),
    answers: 303,
  },
]

/** Numbers alone: small ones are withheld. */
const counts: readonly PageLine[] = [
  { route: 'GET /counts', lets: ['manager'], answers: 200 },
  { route: 'GET /counts.csv', lets: ['manager'], answers: 200 },
]

const links: readonly PageLine[] = [
  {
    route: 'GET /answer/:token',
    lets: 'links',
    answers: linkAnswers,
    finds: (who, scenario) => who.holds?.scenario === scenario,
    shows: RECEIVED,
  },
  {
    route: 'POST /answer/:token/answer',
    lets: 'links',
    answers: forPurpose('answer', 422),
    finds: (who, scenario) => who.holds?.scenario === scenario,
    shows: RECEIVED,
  },
  { route: 'POST /answer/:token/arrived', lets: 'links', answers: forPurpose('confirm-arrival', 200) },
]

const operations: readonly PageLine[] = [
  { route: 'GET /api/v1/services', lets: 'members', answers: 200 },
  { route: 'POST /api/v1/referrals', lets: [...SENDERS, 'harm-reduction'], answers: 422 },
  {
    route: 'GET /api/v1/referrals',
    lets: EITHER,
    query: '?side=sent&limit=100',
    answers: 200,
    finds: sent,
    shows: SENT,
  },
  {
    route: 'GET /api/v1/referrals/:id',
    lets: EITHER,
    of: 'referral',
    finds: either,
    answers: 200,
    shows: RECEIVED,
  },
  { route: 'POST /api/v1/referrals/:id/answer', lets: RECEIVERS, of: 'referral', answers: 422 },
  { route: 'POST /api/v1/referrals/:id/handoff', lets: EITHER, of: 'referral', answers: 422 },
]

export const referralLines: readonly PageLine[] = [...pages, ...counts, ...links, ...operations]
