import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Env } from '#identity'
import { type CardSummary, findCard, listCards } from '#jurisdiction-cards'
import { dayAt } from '#kernel/calendar-day.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { NOT_THERE, notFound, UNREADABLE } from './problems.ts'
import { knownParameters } from './read-request.ts'

const answerSchema = z
  .object({
    field: z.string().describe('The question, such as `good-samaritan.arrest`.'),
    value: z.string().describe('A word of the field’s list, or a text of the law.'),
    source: z.string().describe('Where it was read.'),
    asOf: z
      .string()
      .optional()
      .describe('The date of what was read, as far as it is known: a year, a month or a day.'),
    confidence: z.enum(['seen-in-statute', 'seen-in-dataset', 'seen-in-summary']).optional(),
    reviewedOn: z.iso
      .date()
      .optional()
      .describe('When a member read the law. Left out for what was shipped.'),
    note: z.string().optional(),
  })
  .openapi('JurisdictionAnswer', { description: 'One answer of the law, with where and when it was read.' })

const cardSchema = z
  .object({
    state: z.string().describe('Two letters.'),
    answers: z
      .array(answerSchema)
      .describe('A question that is missing has not been reviewed: it is not a no.'),
  })
  .openapi('JurisdictionCard', {
    description: 'What the law of a state says about overdose and deflection. Not legal advice.',
  })

const represent = ({ state, entries }: CardSummary): z.output<typeof cardSchema> => ({
  state,
  answers: [...entries.values()].map(({ field, value, source, asOf, confidence, reviewedOn, note }) => ({
    ...{ field, value, source },
    asOf: asOf ?? undefined,
    confidence: confidence ?? undefined,
    reviewedOn: reviewedOn ?? undefined,
    note: note ?? undefined,
  })),
})

const shared = { method: 'get' as const, tags: ['Jurisdiction cards'], security: [] }

const listRoute = createRoute({
  ...shared,
  path: '/api/v1/jurisdiction-cards',
  operationId: 'listJurisdictionCards',
  summary: 'List what the law of each state says',
  middleware: [knownParameters([])] as const,
  responses: {
    200: {
      description: 'The card of every state.',
      content: { 'application/json': { schema: z.object({ cards: z.array(cardSchema) }) } },
    },
    ...UNREADABLE,
  },
})

const getRoute = createRoute({
  ...shared,
  path: '/api/v1/jurisdiction-cards/{state}',
  operationId: 'getJurisdictionCard',
  summary: 'Read what the law of a state says',
  middleware: [knownParameters([])] as const,
  request: {
    params: z.object({
      state: z.string().openapi({ param: { name: 'state', in: 'path' }, description: 'Two letters: `ME`.' }),
    }),
  },
  responses: {
    200: { description: 'Its card.', content: { 'application/json': { schema: cardSchema } } },
    ...NOT_THERE,
    ...UNREADABLE,
  },
})

const today = () => dayAt(new Date(), 'UTC')

/** What the law says, for other systems too. Anybody may read it, so nobody is asked who they are. */
export const addJurisdictionCards = (api: OpenAPIHono<Env>, { asActor }: { asActor: AsActor }): void => {
  api.openapi(listRoute, async (c) => {
    const cards = await asActor(c.get('actor'), (tx) => listCards(tx, '', today()))
    return c.json({ cards: cards.map(represent) }, 200)
  })
  api.openapi(getRoute, async (c) => {
    const card = await asActor(c.get('actor'), (tx) => findCard(tx, c.req.valid('param').state, today()))
    return card ? c.json(represent(card), 200) : notFound(c)
  })
}
