import type { Who } from '../wall/actors.ts'
import type { PageLine } from './page-line.ts'

const isMember = ({ actor }: Who): boolean => actor?.kind === 'member'

/** The front door, signing in and out, and how the program looks: nothing about anybody. */
export const frontLines: readonly PageLine[] = [
  { route: 'GET /', lets: 'anybody', answers: 200 },
  { route: 'GET /es', lets: 'anybody', answers: 200 },
  { route: 'GET /find', lets: 'anybody', answers: 200 },
  { route: 'GET /es/find', lets: 'anybody', answers: 200 },
  // Here are two counties: nobody knows whose card is meant.
  { route: 'GET /pocket-card.pdf', lets: 'anybody', answers: 404 },
  { route: 'GET /find/:serviceId', lets: 'anybody', of: 'service', answers: 200 },
  { route: 'GET /es/find/:serviceId', lets: 'anybody', of: 'service', answers: 200 },
  { route: 'GET /start', lets: 'members', answers: 200 },
  { route: 'GET /assets/*', lets: 'anybody', answers: 200 },
  { route: 'GET /favicon.svg', lets: 'anybody', answers: 200 },
  { route: 'GET /healthz', lets: 'anybody', answers: 200 },
  { route: 'GET /readyz', lets: 'anybody', answers: 200 },
  // Nobody is named in this world.
  { route: 'GET /.well-known/security.txt', lets: 'anybody', answers: 404 },
  { route: 'GET /api/openapi.json', lets: 'anybody', answers: 200 },
  { route: 'POST /theme', lets: 'anybody', answers: 303 },
  { route: 'GET /design', lets: 'anybody', answers: 200 },
  { route: 'POST /design', lets: 'anybody', answers: 303 },
  { route: 'GET /design/frame/:slug', lets: 'anybody', of: 'nothing', answers: 404 },
]

export const identityLines: readonly PageLine[] = [
  { route: 'GET /sign-in', lets: 'anybody', answers: (who) => (isMember(who) ? 303 : 200) },
  { route: 'POST /sign-in', lets: 'anybody', answers: 422 },
  { route: 'GET /second-factor', lets: 'anybody', answers: 303 },
  { route: 'POST /second-factor', lets: 'anybody', answers: 303 },
  { route: 'GET /enrol-code', lets: 'anybody', answers: 303 },
  { route: 'POST /enrol-code', lets: 'anybody', answers: 303 },
  { route: 'GET /signed-in', lets: 'members', answers: 200 },
  { route: 'GET /step-up', lets: 'members', answers: 200 },
  { route: 'POST /step-up', lets: 'members', answers: 422 },
  // A form that waited for a sign-in: nobody here has one.
  { route: 'GET /resume', lets: 'members', answers: 200 },
  { route: 'POST /resume', lets: 'members', answers: 303 },
  { route: 'POST /resume/forget', lets: 'members', answers: 303 },
  { route: 'POST /sign-out', lets: 'anybody', answers: 303 },
]

export const networkLines: readonly PageLine[] = [
  { route: 'GET /places', lets: 'members', answers: 200 },
  { route: 'GET /places/:serviceId', lets: 'members', of: 'service', answers: 200 },
  { route: 'POST /places/:serviceId/status', lets: 'members', of: 'service', answers: 404 },
]

/** These exist where everything is invented. Here nothing is, so there are none. */
export const demonstrationLines: readonly PageLine[] = [
  { route: 'POST /demo/sign-in', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /demo/outbox', lets: 'anybody', of: 'nothing', answers: 404 },
]
