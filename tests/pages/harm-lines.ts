import type { PageLine } from './page-line.ts'

const BUILDERS = ['manager', 'navigator', 'case-manager', 'administrator'] as const

/** Who is shown a place, maps of places, and the way to syringe programs: about places, and nobody in particular. */
export const harmLines: readonly PageLine[] = [
  { route: 'GET /places/:serviceId/audience', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'POST /places/:serviceId/audience', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'POST /places/:serviceId/audience/edit', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'POST /places/:serviceId/audience/preview', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'GET /places/map', lets: 'members', answers: 200 },
  { route: 'GET /places/gaps', lets: BUILDERS, answers: 200 },
  { route: 'GET /places/gaps.csv', lets: BUILDERS, answers: 200 },
  { route: 'GET /syringe-programs', lets: 'anybody', answers: 200 },
  { route: 'GET /es/syringe-programs', lets: 'anybody', answers: 200 },
  { route: 'GET /partners/letters', lets: 'members', answers: 200 },
  { route: 'GET /partners/letters/:letter', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'POST /partners/letters/:letter/paper', lets: 'members', of: 'nothing', answers: 404 },
]
