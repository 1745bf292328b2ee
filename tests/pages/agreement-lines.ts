import type { Role } from '#kernel/actor.ts'
import type { Who } from '../wall/actors.ts'
import { hasAccepted } from '../wall/agreement-rows.ts'
import type { PageLine } from './page-line.ts'

/** Who can bind their organization. */
const ANSWERING: readonly Role[] = ['administrator', 'manager']

/** What organizations and members bind themselves to: nothing about anybody who is helped. */
export const agreementLines: readonly PageLine[] = [
  { route: 'GET /agreements', lets: 'members', answers: 200 },
  { route: 'GET /agreements/:kind', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'POST /agreements/:kind', lets: ANSWERING, of: 'nothing', answers: 404 },
  { route: 'GET /agreements/new', lets: ANSWERING, answers: 200 },
  // Nothing was filled in: the form comes back with what is missing.
  { route: 'POST /agreements/new', lets: ANSWERING, answers: 422 },
  { route: 'GET /agreements/kept/:id', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'GET /agreements/kept/:id/agreement.pdf', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'GET /agreements/kept/:id/documents/:document', lets: 'members', of: 'nothing', answers: 404 },
  ...['sign', 'paper', 'documents', 'renew', 'end'].map(
    (act): PageLine => ({
      route: `POST /agreements/kept/:id/${act}`,
      lets: ANSWERING,
      of: 'nothing',
      answers: 404,
    }),
  ),
  { route: 'GET /attest', lets: 'members', answers: 200 },
  // There is nothing to attest to until the organization has accepted it.
  {
    route: 'POST /attest',
    lets: 'members',
    answers: ({ organization }: Who) => (hasAccepted(organization) ? 303 : 409),
  },
]
