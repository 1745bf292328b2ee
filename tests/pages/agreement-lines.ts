import type { Who } from '../wall/actors.ts'
import { hasAccepted } from '../wall/agreement-rows.ts'
import type { PageLine } from './page-line.ts'

/** What organizations and members bind themselves to: nothing about anybody who is helped. */
export const agreementLines: readonly PageLine[] = [
  { route: 'GET /agreements', lets: 'members', answers: 200 },
  { route: 'GET /agreements/:kind', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'POST /agreements/:kind', lets: ['administrator', 'manager'], of: 'nothing', answers: 404 },
  { route: 'GET /agreements/accepted/:id', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'GET /attest', lets: 'members', answers: 200 },
  // There is nothing to attest to until the organization has accepted it.
  {
    route: 'POST /attest',
    lets: 'members',
    answers: ({ organization }: Who) => (hasAccepted(organization) ? 303 : 409),
  },
]
