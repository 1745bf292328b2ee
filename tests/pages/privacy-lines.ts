import type { Who } from '../wall/actors.ts'
import type { PageLine } from './page-line.ts'

const OFFICE = ['privacy-officer'] as const

/** Police and courts keep no privacy office, whatever the role of their member. */
const unlessPolice =
  (status: number) =>
  ({ organization }: Who): number =>
    organization?.isCriminalJustice ? 403 : status

/** What the office is told of each person: what they signed, who was told, what they asked. No identity, nothing clinical. */
const RELEASES = ['release', 'release_line']
const LEDGER = ['disclosure']
const REQUESTS = ['privacy_request']
const EMERGENCIES = ['break_glass']
const UNUSUAL = ['unusual_access', ...EMERGENCIES]

/** What was discovered, and whom it affects. */
const BREACHES = ['breach']

/** One that is not there; police are not told even that. */
const none = { lets: OFFICE, answers: unlessPolice(404) }

export const privacyLines: readonly PageLine[] = [
  {
    route: 'GET /privacy',
    lets: OFFICE,
    answers: unlessPolice(200),
    shows: [...REQUESTS, ...UNUSUAL, ...BREACHES],
  },
  {
    route: 'GET /privacy/releases',
    lets: OFFICE,
    answers: unlessPolice(200),
    shows: [...RELEASES, 'release_scan'],
  },
  { route: 'GET /privacy/releases/:release/paper/:scan', ...none },
  { route: 'GET /privacy/ledger', lets: OFFICE, answers: unlessPolice(200), shows: LEDGER },
  { route: 'GET /privacy/ledger.csv', lets: OFFICE, answers: unlessPolice(200), shows: LEDGER },
  { route: 'GET /privacy/requests', lets: OFFICE, answers: unlessPolice(200), shows: REQUESTS },
  { route: 'GET /privacy/requests/:id', ...none },
  { route: 'POST /privacy/requests/:id/take', ...none },
  { route: 'POST /privacy/requests/:id/answer', ...none },
  // Without a reason nobody looks whether there is such a request; then there is none.
  { route: 'POST /privacy/requests/:id/extend', ...none },
  { route: 'GET /privacy/break-glass', lets: OFFICE, answers: unlessPolice(200), shows: EMERGENCIES },
  { route: 'GET /privacy/break-glass/:id', ...none },
  { route: 'POST /privacy/break-glass/:id', ...none },
  { route: 'GET /privacy/access', lets: OFFICE, answers: unlessPolice(200), shows: UNUSUAL },
  { route: 'POST /privacy/access', lets: OFFICE, answers: unlessPolice(303) },
  { route: 'GET /privacy/breaches', lets: OFFICE, answers: unlessPolice(200), shows: BREACHES },
  { route: 'GET /privacy/breaches/new', lets: OFFICE, answers: unlessPolice(200) },
  { route: 'POST /privacy/breaches', lets: OFFICE, answers: unlessPolice(422) },
  { route: 'GET /privacy/breaches/:id', ...none },
  { route: 'POST /privacy/breaches/:id/affected', ...none },
  { route: 'POST /privacy/breaches/:id/affected/told', ...none },
  { route: 'POST /privacy/breaches/:id/affected/remove', ...none },
  { route: 'POST /privacy/breaches/:id/assessment', ...none },
  { route: 'POST /privacy/breaches/:id/notices', ...none },
  { route: 'POST /privacy/breaches/:id/close', ...none },
  { route: 'GET /privacy/access/hours', lets: OFFICE, answers: unlessPolice(200) },
  { route: 'POST /privacy/access/hours', lets: OFFICE, answers: unlessPolice(303) },
]
