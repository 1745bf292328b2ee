import type { Role } from '#kernel/actor.ts'
import type { Who } from '../wall/actors.ts'
import { isMember } from '../wall/model.ts'
import type { PageLine } from './page-line.ts'

/** The service that is asked for is one of nobody who takes part: managers and administrators keep it, never of police. */
const KEEPERS: readonly Role[] = ['provider', 'harm-reduction', 'manager', 'administrator']
const TELLERS: readonly Role[] = [...KEEPERS, 'navigator', 'case-manager']

const has = ({ roles }: Who, ...some: Role[]): boolean => roles.some((role) => some.includes(role))
const isOutside = (who: Who): boolean => isMember(who) && who.organization?.isCriminalJustice === false
const keeps = (who: Who): boolean => isOutside(who) && has(who, 'manager', 'administrator')
const tells = (who: Who): boolean => keeps(who) || (isOutside(who) && has(who, 'navigator', 'case-manager'))

const whoKeeps = (answer: number) => (who: Who) => (keeps(who) ? answer : 404)
const whoTells = (answer: number) => (who: Who) => (tells(who) ? answer : 404)

/** Keeping the directory true: nothing about anybody who is helped. An empty form says nothing, and is told what is missing. */
export const keepingLines: readonly PageLine[] = [
  { route: 'POST /places/:serviceId/undo', lets: 'members', of: 'service', answers: 404 },
  { route: 'GET /places/:serviceId/profile', lets: KEEPERS, of: 'service', answers: whoKeeps(200) },
  { route: 'POST /places/:serviceId/profile', lets: KEEPERS, of: 'service', answers: whoKeeps(422) },
  { route: 'GET /places/:serviceId/address', lets: KEEPERS, of: 'service', answers: whoKeeps(200) },
  { route: 'POST /places/:serviceId/address', lets: KEEPERS, of: 'service', answers: whoKeeps(422) },
  { route: 'GET /places/:serviceId/hours', lets: KEEPERS, of: 'service', answers: whoKeeps(200) },
  { route: 'POST /places/:serviceId/hours', lets: KEEPERS, of: 'service', answers: whoKeeps(303) },
  { route: 'GET /places/:serviceId/closed-days', lets: KEEPERS, of: 'service', answers: whoKeeps(200) },
  { route: 'POST /places/:serviceId/closed-days', lets: KEEPERS, of: 'service', answers: whoKeeps(422) },
  { route: 'POST /places/:serviceId/capacity', lets: TELLERS, of: 'service', answers: 404 },
  { route: 'GET /places/:serviceId/call', lets: TELLERS, of: 'service', answers: whoTells(200) },
  { route: 'POST /places/:serviceId/call', lets: TELLERS, of: 'service', answers: whoTells(200) },
  { route: 'POST /places/:serviceId/check', lets: TELLERS, of: 'service', answers: 404 },
  // Whoever tells asks for a link, and is told that no address of its intake is known.
  { route: 'POST /places/:serviceId/link', lets: TELLERS, of: 'service', answers: whoTells(303) },
  { route: 'GET /places/to-check', lets: TELLERS, answers: 200 },
  {
    route: 'GET /places/new',
    lets: KEEPERS,
    answers: whoKeeps(200),
  },
  {
    route: 'POST /places/new',
    lets: KEEPERS,
    answers: whoKeeps(422),
  },
  { route: 'GET /capacity/:token', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'POST /capacity/:token', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'POST /capacity/:token/right', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'POST /capacity/:token/again', lets: 'anybody', of: 'nothing', answers: 404 },
]
