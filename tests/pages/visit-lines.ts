import type { Role } from '#kernel/actor.ts'
import type { PageLine } from './page-line.ts'

const STATION: readonly Role[] = ['officer', 'sergeant']
const PROGRAM: readonly Role[] = ['angel', 'navigator', 'case-manager']
const EITHER = [...STATION, ...PROGRAM]

const none = { of: 'nothing', answers: 404 } as const
const LISTED = ['visit', 'visit_call', 'visit_person', 'visit_care_step'] as const

/** Walk-ins: a station sees what it does itself, a program whom it met; of each visit nothing is told by its address. */
export const visitLines: readonly PageLine[] = [
  { route: 'GET /visits', lets: EITHER, answers: 200, shows: LISTED },
  { route: 'GET /visits/new', lets: STATION, answers: 200 },
  { route: 'POST /visits', lets: STATION, answers: 303 },
  { route: 'GET /visits/counts', lets: [...EITHER, 'manager'], answers: 200 },
  { route: 'GET /visits/items', lets: STATION, answers: 200 },
  { route: 'POST /visits/items/:item/destroy', lets: STATION, ...none },
  { route: 'GET /visits/roster', lets: [...PROGRAM, 'manager'], answers: 200 },
  {
    route: 'POST /visits/roster',
    lets: PROGRAM,
    answers: (who) => (who.organization?.isCriminalJustice ? 404 : 422),
  },
  { route: 'POST /visits/roster/:member/sooner', lets: ['navigator', 'case-manager', 'manager'], ...none },
  { route: 'GET /visits/:id', lets: EITHER, ...none },
  { route: 'POST /visits/:id', lets: EITHER, ...none },
  { route: 'GET /visits/:id/promise', lets: STATION, ...none },
  { route: 'POST /visits/:id/criteria', lets: STATION, ...none },
  { route: 'POST /visits/:id/items', lets: STATION, ...none },
  { route: 'POST /visits/:id/calls', lets: STATION, ...none },
  { route: 'POST /visits/:id/calls/:call', lets: EITHER, ...none },
  { route: 'POST /visits/:id/begin', lets: PROGRAM, ...none },
  { route: 'GET /visits/:id/intake', lets: PROGRAM, ...none },
  { route: 'POST /visits/:id/intake', lets: PROGRAM, ...none },
  { route: 'POST /visits/:id/intake/draft', lets: PROGRAM, ...none },
  { route: 'GET /visits/:id/places', lets: PROGRAM, ...none },
  { route: 'POST /visits/:id/places', lets: PROGRAM, ...none },
  { route: 'POST /visits/:id/care', lets: PROGRAM, ...none },
]
