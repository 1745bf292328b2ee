import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type Env, requireActor } from '#identity'
import { isRefusal } from '#kernel/refusal.ts'
import { findSensitiveWords } from '#kernel/sensitive-words.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { getReferral, type MakeRefusal, makeReferral, type ReferralInput, referralInput } from '#referrals'
import { ANYWHERE, conflict, type RefusalWords, refuse, UNREADABLE, UNREADABLE_BODY } from './problems.ts'
import { actorOf, jsonBody } from './read-request.ts'
import { referralSchema, representReferral } from './referral-representation.ts'
import { SENDERS } from './who-may.ts'

const newReferral = referralInput.strict().openapi('NewReferral', {
  description:
    'A referral to send. Who agrees to be contacted needs a contactWay, and a contact or whereabouts by which to be found.',
})

const sentReferral = referralSchema
  .extend({
    warnings: z
      .array(
        z.object({
          field: z.enum(['name', 'whereabouts', 'contact']),
          kind: z
            .enum(['criminal-justice', 'third-person'])
            .describe('Criminal-justice information, or the name of a third person.'),
          words: z.string().describe('As they stand in the field.'),
        }),
      )
      .optional()
      .describe(
        'Words that may not belong into a free text. The referral was sent as it is; left out when there are none. Show them to whoever wrote them.',
      ),
  })
  .openapi('SentReferral', { description: 'A referral as it was sent, with what to think of in its words.' })

const content = { 'application/json': { schema: sentReferral } }

const makeReferralRoute = createRoute({
  method: 'post',
  path: '/api/v1/referrals',
  operationId: 'makeReferral',
  tags: ['Referrals'],
  summary: 'Send a referral',
  description:
    'Asks a service to take somebody on, and starts the handoff clock. You make the id: sent again with the same id, nothing is written and the first referral is answered, so a request whose answer was lost can safely be repeated. Free texts that look like criminal-justice information or name a third person are sent as they are, and answered with `warnings`: a page asks its reader before sending, a program has nobody to ask.',
  middleware: [requireActor(...SENDERS), jsonBody] as const,
  request: { body: { required: true, content: { 'application/json': { schema: newReferral } } } },
  responses: {
    201: { description: 'It was sent.', content },
    200: { description: 'It had been sent before with this id; nothing was written.', content },
    ...ANYWHERE,
    ...UNREADABLE_BODY,
    ...conflict(
      '`service-closed`: the service takes no referrals (any more). `agreement-missing`: the service belongs to a Part 2 program without its service agreement (42 CFR 2.11). `id-in-use`: make another id.',
    ),
    422: {
      ...UNREADABLE[422],
      description: `${UNREADABLE[422].description} \`service-does-not-help-with\`: the service helps with none of the needs. \`person-unknown\`: your organization does not know a person with this id.`,
    },
  },
})

const WORDS: RefusalWords<MakeRefusal['refused']> = {
  'service-closed': { status: 409, title: 'This service takes no referrals.' },
  'agreement-missing': {
    status: 409,
    title: 'This service has yet to sign the agreement that lets it receive.',
  },
  'pathway-ended': { status: 409, title: 'Nobody is referred on this pathway any more.' },
  'id-in-use': { status: 409, title: 'This id is in use. Make another.' },
  'service-does-not-help-with': { status: 422, title: 'This service helps with none of these needs.' },
  'person-unknown': { status: 422, title: 'Your organization does not know a person with this id.' },
}

/** What a page would have asked about. */
const warningsOf = (input: ReferralInput) => {
  const found = TEXTS.flatMap((field) =>
    findSensitiveWords(input[field] ?? '').map((finding) => ({ field, ...finding })),
  )
  return found.length > 0 ? found : undefined
}

const TEXTS = ['name', 'whereabouts', 'contact'] as const

export const addMakeReferral = (api: OpenAPIHono<Env>, { asActor }: { asActor: AsActor }): void => {
  api.openapi(makeReferralRoute, async (c) => {
    const actor = actorOf(c)
    const input = c.req.valid('json')
    const made = await makeReferral(asActor, actor, input)
    // To show what was just written takes no second look.
    const view = (!isRefusal(made) && made.view) || (await getReferral(asActor, actor, input.id, 'api'))
    if (isRefusal(made) && made.refused !== 'id-in-use')
      return refuse(c, {
        code: made.refused,
        ...WORDS[made.refused],
        ...(made.fields && { fields: made.fields }),
      })
    // Of two requests that come at once, the second finds the id in use by the first, which is its own.
    if (view?.side !== 'sender') return refuse(c, { code: 'id-in-use', ...WORDS['id-in-use'] })
    const isNew = !isRefusal(made) && made.isNew
    const sent = { ...representReferral(view), warnings: warningsOf(input) }
    return isNew ? c.json(sent, 201) : c.json(sent, 200)
  })
}
