import type { Role } from '#kernel/actor.ts'
import type { Who } from '../wall/actors.ts'
import type { Scenario } from '../wall/scenarios.ts'
import type { PageLine } from './page-line.ts'

const MANAGERS = ['manager'] as const
const SENDERS: readonly Role[] = ['officer', 'sergeant', 'angel', 'navigator', 'case-manager']
const APPROVERS: readonly Role[] = ['sergeant', 'manager', 'prosecutor']

const none = { lets: MANAGERS, of: 'nothing', answers: 404 } as const

/** Of the referrals of the world one that a sender refers from has a pathway. */
const isOnOne = (who: Who, { name, from }: Scenario): boolean =>
  who.organization === from && name === 'waiting'

/** How people come in is for everybody who works here, and says nothing of anybody; what was decided is the sender's. */
export const pathwayLines: readonly PageLine[] = [
  { route: 'GET /pathways', lets: 'members', answers: 200 },
  { route: 'GET /pathways/new', lets: MANAGERS, answers: 200 },
  { route: 'POST /pathways', lets: MANAGERS, answers: 422 },
  { route: 'GET /pathways/:id', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'GET /pathways/:id/preview', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'POST /pathways/:id/end', ...none },
  { route: 'POST /pathways/:id/draft/begin', ...none },
  { route: 'GET /pathways/:id/draft', ...none },
  { route: 'POST /pathways/:id/draft', ...none },
  { route: 'POST /pathways/:id/draft/undo', ...none },
  { route: 'POST /pathways/:id/draft/drop', ...none },
  { route: 'GET /pathways/:id/draft/:part', ...none },
  { route: 'GET /pathways/:id/draft/:part/:item', ...none },
  { route: 'GET /pathways/:id/publish', ...none },
  { route: 'POST /pathways/:id/publish', ...none },
  {
    route: 'GET /referrals/:id/screening',
    lets: SENDERS,
    of: 'referral',
    finds: isOnOne,
    answers: 200,
    shows: ['referral', 'referral_identity', 'pathway_decision', 'pathway_approval'],
  },
  {
    route: 'POST /referrals/:id/screening',
    lets: SENDERS,
    of: 'referral',
    finds: isOnOne,
    answers: 422,
    shows: ['referral', 'referral_identity'],
  },
  { route: 'GET /approvals', lets: APPROVERS, answers: 200, shows: ['pathway_approval'] },
  { route: 'POST /approvals/:id', lets: APPROVERS, of: 'nothing', answers: 404 },
]
