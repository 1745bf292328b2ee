import type { PageLine } from './page-line.ts'

const EDITORS = ['manager', 'administrator'] as const

/** What the law of a state says: for everybody, about nobody. */
export const cardLines: readonly PageLine[] = [
  { route: 'GET /law', lets: 'anybody', answers: 200 },
  { route: 'GET /es/law', lets: 'anybody', answers: 200 },
  { route: 'GET /law/:state', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /es/law/:state', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /law/:state/:field', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /es/law/:state/:field', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /api/v1/jurisdiction-cards', lets: 'anybody', answers: 200 },
  { route: 'GET /api/v1/jurisdiction-cards/:state', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'POST /law/:state/:field', lets: EDITORS, of: 'nothing', answers: 404 },
]
