import type { Role } from '#kernel/actor.ts'
import type { Who } from '../wall/actors.ts'
import { DIVERTED, SENT } from '../wall/diversion-rows.ts'
import { prosecutor } from '../wall/people.ts'
import type { Scenario } from '../wall/scenarios.ts'
import type { PageLine } from './page-line.ts'

const SENDERS: readonly Role[] = ['officer', 'sergeant', 'angel', 'navigator', 'case-manager']
const FOLLOWERS: readonly Role[] = [...SENDERS, 'provider', 'prosecutor']
const CONVENERS: readonly Role[] = ['navigator', 'case-manager', 'provider']

const none = { lets: CONVENERS, of: 'nothing', answers: 404 } as const

/** Whose hand it is in: whoever referred, the place until it says no, and the office from its packet on. */
const isIn = ({ organization, roles }: Who, { name, from, to, state }: Scenario): boolean => {
  if (!DIVERTED.includes(name)) return false
  if (organization === from) return true
  if (organization === to) return state !== 'declined' && roles.some((role) => CONVENERS.includes(role))
  return organization === prosecutor && SENT.includes(name)
}

const isOnOne = (who: Who, { name, from }: Scenario): boolean =>
  who.organization === from && name === 'waiting'

const OF_IT = ['diversion', 'diversion_step', 'referral', 'referral_identity', 'release_line']

/** Diversions are for the hands that they are in; the table of a work group is for whoever called it. */
export const diversionLines: readonly PageLine[] = [
  { route: 'GET /diversions', lets: FOLLOWERS, answers: 200, shows: OF_IT },
  {
    route: 'GET /diversions/:id',
    ...{ lets: FOLLOWERS, of: 'referral', finds: isIn, answers: 200, shows: [...OF_IT, 'release'] },
  },
  {
    route: 'GET /diversions/:id/packet.pdf',
    lets: FOLLOWERS,
    of: 'referral',
    finds: (who, scenario) => isIn(who, scenario) && SENT.includes(scenario.name),
    answers: 200,
  },
  { route: 'POST /diversions/:id/steps', ...none, lets: FOLLOWERS },
  { route: 'GET /referrals/:id/diversion', lets: SENDERS, of: 'referral', finds: isOnOne, answers: 303 },
  {
    route: 'POST /referrals/:id/diversion',
    lets: SENDERS,
    of: 'referral',
    finds: isOnOne,
    answers: 422,
    shows: ['referral', 'referral_identity'],
  },
  { route: 'GET /work-group', lets: CONVENERS, answers: 200 },
  { route: 'POST /work-group', lets: CONVENERS, answers: 422 },
  { route: 'GET /work-group/:id', ...none },
  { route: 'POST /work-group/:id/actions', ...none },
  { route: 'POST /work-group/:id/actions/:action/done', ...none },
]
