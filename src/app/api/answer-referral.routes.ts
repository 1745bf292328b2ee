import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { type Env, requireActor } from '#identity'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { answerInput, answerReferral, getReferral } from '#referrals'
import { ANYWHERE, conflict, NOT_THERE, notFound, refuse, UNREADABLE, UNREADABLE_BODY } from './problems.ts'
import { actorOf, jsonBody, referralIdParameter } from './read-request.ts'
import { referralSchema, representReferral } from './referral-representation.ts'
import { RECEIVERS } from './who-may.ts'

const newAnswer = answerInput.strict().openapi('NewAnswer', {
  description: 'An answer: `accepted-for-date` needs forDate, `declined` needs reason.',
})

const answerReferralRoute = createRoute({
  method: 'post',
  path: '/api/v1/referrals/{id}/answer',
  operationId: 'answerReferral',
  tags: ['Referrals'],
  summary: 'Answer a referral',
  description:
    'The place that was asked says yes, yes for a day, or no with a reason. The sender is never told which. After a no, the place sees the referral no more.',
  middleware: [requireActor(...RECEIVERS), jsonBody] as const,
  request: {
    params: referralIdParameter,
    body: { required: true, content: { 'application/json': { schema: newAnswer } } },
  },
  responses: {
    200: {
      description: 'Accepted. Who it is and where to find them is now in it, if they agreed to be contacted.',
      content: { 'application/json': { schema: referralSchema } },
    },
    204: { description: 'Declined. Nothing is left to show.' },
    ...ANYWHERE,
    ...UNREADABLE_BODY,
    ...UNREADABLE,
    ...NOT_THERE,
    ...conflict('`already-answered`: your organization accepted it before; that answer counts.'),
  },
})

export const addAnswerReferral = (api: OpenAPIHono<Env>, { asActor }: { asActor: AsActor }): void => {
  api.openapi(answerReferralRoute, async (c) => {
    const actor = actorOf(c)
    const { id } = c.req.valid('param')
    const answered = await answerReferral(asActor, actor, id, c.req.valid('json'))
    if (isRefusal(answered) && answered.refused === 'not-open') return notFound(c)
    // After a no, there is nothing: not even that it was answered (P2-050).
    const view = await getReferral(asActor, actor, id, 'api')
    if (isRefusal(answered))
      return view
        ? refuse(c, { status: 409, code: answered.refused, title: 'This referral was answered before.' })
        : notFound(c)
    return view ? c.json(representReferral(view), 200) : c.body(null, 204)
  })
}
