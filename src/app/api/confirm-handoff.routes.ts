import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type Env, requireActor } from '#identity'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { confirmHandoff, getReferral } from '#referrals'
import { ANYWHERE, conflict, NOT_THERE, notFound, refuse, UNREADABLE, UNREADABLE_BODY } from './problems.ts'
import { actorOf, jsonBody, referralIdParameter } from './read-request.ts'
import { referralSchema, representReferral } from './referral-representation.ts'
import { EITHER_SIDE } from './who-may.ts'

const newConfirmation = z
  .strictObject({
    personConfirms: z.boolean('Say whether the person confirms it too.').describe('The person said so too.'),
  })
  .openapi('NewConfirmation', { description: 'That the handoff happened, from your side.' })

const confirmHandoffRoute = createRoute({
  method: 'post',
  path: '/api/v1/referrals/{id}/handoff',
  operationId: 'confirmHandoff',
  tags: ['Referrals'],
  summary: 'Confirm the handoff',
  description:
    'The sender confirms that they handed the person over, the place that the person arrived. Confirming again changes nothing.',
  middleware: [requireActor(...EITHER_SIDE), jsonBody] as const,
  request: {
    params: referralIdParameter,
    body: { required: true, content: { 'application/json': { schema: newConfirmation } } },
  },
  responses: {
    200: {
      description: 'Confirmed.',
      content: { 'application/json': { schema: referralSchema } },
    },
    ...ANYWHERE,
    ...UNREADABLE_BODY,
    ...UNREADABLE,
    ...NOT_THERE,
    ...conflict(
      '`taken-back`: you took the referral back. `not-accepted`: your organization has to accept it first.',
    ),
  },
})

const TITLES = {
  'taken-back': 'This referral was taken back.',
  'not-accepted': 'Accept this referral first.',
} as const

export const addConfirmHandoff = (api: OpenAPIHono<Env>, { asActor }: { asActor: AsActor }): void => {
  api.openapi(confirmHandoffRoute, async (c) => {
    const actor = actorOf(c)
    const { id } = c.req.valid('param')
    const confirmed = await confirmHandoff(asActor, actor, id, c.req.valid('json').personConfirms)
    if (isRefusal(confirmed))
      return confirmed.refused === 'not-open'
        ? notFound(c)
        : refuse(c, { status: 409, code: confirmed.refused, title: TITLES[confirmed.refused] })
    const view = await getReferral(asActor, actor, id, 'api')
    return view ? c.json(representReferral(view), 200) : notFound(c)
  })
}
