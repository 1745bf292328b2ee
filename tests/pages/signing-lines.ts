import type { Role } from '#kernel/actor.ts'
import type { Who } from '../wall/actors.ts'
import type { Scenario } from '../wall/scenarios.ts'
import type { PageLine } from './page-line.ts'

/** Who sits with a person while they sign. Police and courts never do (P2-017). */
const SIGN_WITH: readonly Role[] = ['provider', 'harm-reduction', 'navigator', 'case-manager']

/** Whom the organization referred or took on. */
const serves = (who: Who, { from, to, state }: Scenario): boolean =>
  who.organization === from || (who.organization === to && state.startsWith('accepted'))

const nothing = (route: string, answers = 404): PageLine => ({
  route,
  lets: SIGN_WITH,
  of: 'nothing',
  answers,
})

/** Who follows a case. Harm reduction sees nothing that is legal. */
const ofCharges = (route: string): PageLine => ({
  ...nothing(route),
  lets: SIGN_WITH.filter((role) => role !== 'harm-reduction'),
})

/** The way to a signature, and what was signed. What is another's is as if it were not there. */
export const signingLines: readonly PageLine[] = [
  {
    route: 'GET /releases',
    lets: SIGN_WITH,
    answers: 200,
    finds: serves,
    shows: ['referral', 'referral_identity', 'person', 'handoff_step', 'release', 'release_line'],
  },
  { route: 'POST /releases/begin', lets: SIGN_WITH, answers: 404 },
  nothing('GET /releases/people/:person'),
  nothing('GET /releases/:id'),
  nothing('GET /releases/:id/copy.pdf'),
  nothing('POST /releases/:id/note'),
  nothing('POST /releases/:id/stop/:line'),
  nothing('POST /releases/:id/scan'),
  nothing('GET /releases/:id/scan/:scan'),
  ...['GET', 'POST'].map((act) => ofCharges(`${act} /releases/people/:person/charges`)),
  ofCharges('POST /releases/people/:person/charges/:charge/decide'),
  { route: 'GET /signing/not-today', lets: SIGN_WITH, answers: 200 },
  nothing('GET /signing/:id/paper'),
  nothing('GET /signing/:id/paper.pdf'),
  nothing('GET /signing/:id/attest'),
  nothing('POST /signing/:id/attest'),
  nothing('GET /signing/:id/:step'),
  nothing('POST /signing/:id/:step'),
]
