import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { type Env, requireActor } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'
import { listReceived, listSent, type ReferralLine } from '#referrals'
import { ANYWHERE, UNREADABLE } from './problems.ts'
import { actorOf, knownParameters } from './read-request.ts'
import { answerWord, moment, needs, payer, sideWord, stepName } from './referral-representation.ts'
import { EITHER_SIDE, RECEIVERS } from './who-may.ts'

const lineSchema = z
  .object({
    id: z.uuid(),
    side: sideWord,
    name: z.string().optional().describe('What the person is called, where you may know.'),
    whereabouts: z.string().optional(),
    from: z.string().describe('Who sent it.'),
    to: z.string().describe('Who was asked.'),
    needs,
    payer,
    agreesToContact: z.boolean(),
    submittedAt: moment('When it was sent.'),
    answerDueAt: moment('When the handoff clock runs out.'),
    withdrawnAt: moment('When the sender took it back.').optional(),
    clockStoppedAt: moment('When the clock stopped. Only for the place that was asked.').optional(),
    steps: z
      .array(stepName)
      .describe(
        'For the sender: their own and the delivery. What a release lets them know is in `getReferral`.',
      ),
    answer: answerWord.optional().describe('Only for the place that gave it.'),
    forDate: z.iso.date().optional(),
  })
  .openapi('ReferralLine', { description: 'One line of a list of referrals.' })

const listQuery = z
  .object({
    side: z
      .enum(['sent', 'received'], 'Say which: sent or received.')
      .describe('What your organization sent, the newest first; or what it was asked, the unanswered first.'),
    before: z.iso
      .datetime({
        offset: true,
        error: 'Give the nextBefore of the page before, such as 2026-11-24T23:15:00Z.',
      })
      .optional()
      .describe('To page through what was sent: the `nextBefore` of the page before.'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .refine(({ side, before }) => side === 'sent' || before === undefined, {
    path: ['before'],
    message: 'Only what was sent has pages. Ask for what was received with a limit.',
  })

const mayReceive = requireActor(...RECEIVERS)
const onlyReceiversListReceived: MiddlewareHandler<Env> = (c, next) =>
  c.req.query('side') === 'received' ? mayReceive(c, next) : next().then(() => undefined)

const listReferralsRoute = createRoute({
  method: 'get',
  path: '/api/v1/referrals',
  operationId: 'listReferrals',
  tags: ['Referrals'],
  summary: 'List referrals',
  middleware: [
    requireActor(...EITHER_SIDE),
    onlyReceiversListReceived,
    knownParameters(Object.keys(listQuery.shape)),
  ] as const,
  request: { query: listQuery },
  responses: {
    200: {
      description: 'The referrals on that side.',
      content: {
        'application/json': {
          schema: z
            .object({
              referrals: z.array(lineSchema),
              nextBefore: moment(
                'What to ask for with `before` to get more; left out at the end.',
              ).optional(),
            })
            .openapi('ReferralList'),
        },
      },
    },
    ...ANYWHERE,
    ...UNREADABLE,
  },
})

/** Steps that the place takes. A sender learns of them under a release only, and then with its notice. */
const BY_THE_PLACE = new Set(['accepted', 'declined', 'arrived'])

const represent = (line: ReferralLine): z.output<typeof lineSchema> => {
  const isSender = line.side === 'sender'
  return {
    id: line.id,
    side: isSender ? 'sent' : 'received',
    name: line.name,
    whereabouts: line.whereabouts,
    from: line.from,
    to: line.to,
    needs: [...line.needs],
    payer: line.payer,
    agreesToContact: line.agreesToContact,
    submittedAt: line.submittedAt.toISOString(),
    answerDueAt: line.answerDueAt.toISOString(),
    withdrawnAt: line.withdrawnAt?.toISOString(),
    clockStoppedAt: isSender ? undefined : line.clockStoppedAt?.toISOString(),
    steps: line.steps.filter((step) => !isSender || !BY_THE_PLACE.has(step)),
    answer: line.answer,
    forDate: line.forDate,
  }
}

export const addListReferrals = (api: OpenAPIHono<Env>, { asActor }: { asActor: AsActor }): void => {
  api.openapi(listReferralsRoute, async (c) => {
    const actor = actorOf(c)
    const { side, before, limit } = c.req.valid('query')
    if (side === 'received')
      return c.json(
        { referrals: (await listReceived(asActor, actor, { limit, channel: 'api' })).map(represent) },
        200,
      )
    const lines = await listSent(asActor, actor, { before: before ? new Date(before) : undefined, limit })
    const nextBefore = lines.length === limit ? lines.at(-1)?.submittedAt.toISOString() : undefined
    return c.json({ referrals: lines.map(represent), nextBefore }, 200)
  })
}
