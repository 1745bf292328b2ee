import { OpenAPIHono } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import type { Env } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'
import { addAnswerReferral } from './answer-referral.routes.ts'
import { addConfirmHandoff } from './confirm-handoff.routes.ts'
import { addFindServices } from './find-services.routes.ts'
import { addGetReferral } from './get-referral.routes.ts'
import { addJurisdictionCards } from './jurisdiction-cards.routes.ts'
import { addListReferrals } from './list-referrals.routes.ts'
import { addMakeReferral } from './make-referral.routes.ts'
import { withPlainParameters } from './plain-parameters.ts'
import { answerUnfitting } from './read-request.ts'

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Causeway',
    version: '1',
    description:
      'The same verbs as the pages, for other systems: find a service, send a referral, follow it, answer it, confirm the handoff. Authenticate with an API token of your organization, or with the session of a member. Times are UTC. Errors are problem details (RFC 9457). Requests with unknown fields are refused, so that a slip is never passed over.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  security: [{ apiToken: [] }, { session: [] }],
  tags: [{ name: 'Services' }, { name: 'Referrals' }, { name: 'Jurisdiction cards' }],
}

/** The API and the document that describes it, at /api/openapi.json. */
export const apiRoutes = (needs: { asActor: AsActor }): Hono<Env> => {
  const api = new OpenAPIHono<Env>({ defaultHook: answerUnfitting })
  api.openAPIRegistry.registerComponent('securitySchemes', 'apiToken', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of one organization, which begins with cwt_. An administrator makes it.',
  })
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-causeway',
    description: 'The session of a member who signed in; named `causeway` where people come by plain http.',
  })
  addFindServices(api, needs)
  addMakeReferral(api, needs)
  addListReferrals(api, needs)
  addGetReferral(api, needs)
  addAnswerReferral(api, needs)
  addConfirmHandoff(api, needs)
  addJurisdictionCards(api, needs)

  const document = withPlainParameters(api.getOpenAPI31Document(DOCUMENT))
  api.get('/api/openapi.json', (c) => c.json(document))
  return api as Hono<Env>
}
