import type { Role } from '#kernel/actor.ts'
import type { PageLine } from './page-line.ts'

const KEEPERS: readonly Role[] = [
  ...(['officer', 'sergeant', 'angel', 'navigator', 'case-manager'] as const),
  ...(['provider', 'harm-reduction', 'manager'] as const),
]
const COLLECTORS: readonly Role[] = ['harm-reduction', 'manager']
const open = { lets: KEEPERS, answers: 200 } as const
const none = { lets: KEEPERS, of: 'nothing', answers: 404 } as const

/** Kits are counted, and nobody who was helped; what was reported of naloxone is its organization's. */
export const supplyLines: readonly PageLine[] = [
  { route: 'GET /supplies', ...open },
  { route: 'GET /supplies/record/:kind', ...none },
  { route: 'POST /supplies/record/:kind', ...none },
  { route: 'GET /supplies/lots/:id', ...none },
  { route: 'POST /supplies/lots/:id/recall', ...none },
  { route: 'GET /supplies/lots/:id/:holder', ...none },
  { route: 'GET /supplies/events', ...open },
  { route: 'POST /supplies/events/:id/correct', ...none },
  { route: 'GET /supplies/places', ...open },
  { route: 'POST /supplies/places', lets: KEEPERS, answers: 422 },
  { route: 'POST /supplies/places/:id', lets: KEEPERS, answers: 422 },
  { route: 'GET /supplies/roster', ...open },
  { route: 'POST /supplies/roster', lets: KEEPERS, answers: 303 },
  { route: 'GET /supplies/quarters', ...open },
  { route: 'POST /supplies/quarters', lets: KEEPERS, answers: 404 },
  { route: 'GET /supplies/requests', ...open },
  { route: 'POST /supplies/requests', lets: KEEPERS, answers: 422 },
  { route: 'GET /supplies/requests/:id', ...none },
  { route: 'POST /supplies/requests/:id', ...none },
  { route: 'GET /litter', lets: 'anybody', answers: 200 },
  { route: 'POST /litter', lets: 'anybody', answers: 422 },
  { route: 'GET /litter/sent', lets: 'anybody', answers: 200 },
  { route: 'GET /es/litter', lets: 'anybody', answers: 200 },
  { route: 'POST /es/litter', lets: 'anybody', answers: 422 },
  { route: 'GET /es/litter/sent', lets: 'anybody', answers: 200 },
  {
    route: 'GET /supplies/litter',
    lets: COLLECTORS,
    answers: ({ organization }) => (organization?.isCriminalJustice ? 404 : 200),
  },
  { route: 'POST /supplies/litter/:id', lets: COLLECTORS, of: 'nothing', answers: 404 },
  { route: 'GET /field/naloxone', ...open },
  { route: 'POST /field/naloxone', lets: KEEPERS, answers: 422 },
  { route: 'GET /field/naloxone/:id', ...none },
  { route: 'GET /supplies/naloxone', ...open, shows: ['naloxone_given'] },
  { route: 'GET /supplies/naloxone.csv', ...open, shows: ['naloxone_given'] },
]
