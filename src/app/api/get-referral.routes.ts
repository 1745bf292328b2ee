import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { type Env, requireActor } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'
import { getReferral } from '#referrals'
import { ANYWHERE, NOT_THERE, notFound } from './problems.ts'
import { actorOf, referralIdParameter } from './read-request.ts'
import { referralSchema, representReferral } from './referral-representation.ts'
import { EITHER_SIDE } from './who-may.ts'

const getReferralRoute = createRoute({
  method: 'get',
  path: '/api/v1/referrals/{id}',
  operationId: 'getReferral',
  tags: ['Referrals'],
  summary: 'Read a referral',
  description: 'What another organization holds is written in the ledger of disclosures before it is shown.',
  middleware: [requireActor(...EITHER_SIDE)] as const,
  request: { params: referralIdParameter },
  responses: {
    200: {
      description: 'The referral as you may see it.',
      content: { 'application/json': { schema: referralSchema } },
    },
    ...ANYWHERE,
    ...NOT_THERE,
  },
})

export const addGetReferral = (api: OpenAPIHono<Env>, { asActor }: { asActor: AsActor }): void => {
  api.openapi(getReferralRoute, async (c) => {
    const view = await getReferral(asActor, actorOf(c), c.req.valid('param').id, 'api')
    return view ? c.json(representReferral(view), 200) : notFound(c)
  })
}
