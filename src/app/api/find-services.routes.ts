import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type Env, getCounty, requireActor } from '#identity'
import { type FoundService, findServices, findServicesQuery } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { ANYWHERE, UNREADABLE } from './problems.ts'
import { actorOf, knownParameters } from './read-request.ts'
import { moment } from './referral-representation.ts'

const words = (description: string) => z.array(z.string()).optional().describe(description)

const serviceSchema = z
  .object({
    id: z.uuid().describe('What `makeReferral` takes as serviceId.'),
    organizationId: z
      .uuid()
      .optional()
      .describe('Who answers for it. Left out when it takes no part and so can receive no referral.'),
    provider: z.string().describe('Who runs the place.'),
    site: z.string().optional().describe('What the place itself is called.'),
    name: z.string(),
    kind: z.string(),
    street: z.string().optional().describe('Left out when it is not published, as is usual for shelters.'),
    street2: z.string().optional(),
    city: z.string(),
    state: z.string(),
    zip: z.string(),
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    timeZone: z.string().describe('IANA name.'),
    phone: z.string().optional(),
    needs: z.array(z.string()).describe('What it helps with.'),
    medicines: words('Medicines for opioid use disorder. Left out when not known.'),
    payers: words('What it takes. Left out when not known.'),
    fees: words('Help with the cost. Left out when not known.'),
    source: z
      .enum(['samhsa-list', 'findtreatment', 'hsds', 'csv', 'member'])
      .describe('Where these facts come from.'),
    verifiedOn: z.iso
      .date()
      .optional()
      .describe('When somebody last checked them with the place itself. Left out when nobody has.'),
    miles: z.number().optional().describe('As the crow flies; only when you said where the person is.'),
    openness: z.object({
      state: z.enum(['open', 'closes-soon', 'shut', 'unknown']),
      until: moment('When an open place closes.').optional(),
      opensAt: moment('When a shut place opens next.').optional(),
    }),
    reasons: z
      .array(
        z.object({
          kind: z.enum(['fits', 'unsure', 'against']),
          about: z
            .string()
            .describe('What it is about: need, payer, hours, or something else that was asked.'),
          text: z.string(),
        }),
      )
      .describe('Why it stands where it stands.'),
  })
  .openapi('Service', { description: 'A place that helps, and how well it fits what was asked.' })

const findServicesRoute = createRoute({
  method: 'get',
  path: '/api/v1/services',
  operationId: 'findServices',
  tags: ['Services'],
  summary: 'Find services',
  description: 'Places that help, the best fit first: by need, distance, opening hours and payer.',
  middleware: [requireActor(), knownParameters(Object.keys(findServicesQuery.in.shape))] as const,
  request: { query: findServicesQuery },
  responses: {
    200: {
      description: 'The services found, best first.',
      content: {
        'application/json': {
          schema: z.object({ services: z.array(serviceSchema) }).openapi('ServiceList'),
        },
      },
    },
    ...ANYWHERE,
    ...UNREADABLE,
  },
})

const represent = (found: FoundService): z.output<typeof serviceSchema> => ({
  id: found.serviceId,
  organizationId: found.organizationId ?? undefined,
  provider: found.providerName,
  site: found.siteName ?? undefined,
  name: found.serviceName,
  kind: found.kind,
  street: found.street ?? undefined,
  street2: found.street2 ?? undefined,
  city: found.city,
  state: found.state,
  zip: found.zip,
  latitude: found.latitude ?? undefined,
  longitude: found.longitude ?? undefined,
  timeZone: found.timeZone,
  phone: found.phone ?? undefined,
  needs: found.needs,
  medicines: found.medicines ?? undefined,
  payers: found.takes ?? undefined,
  fees: found.fees ?? undefined,
  source: found.source,
  verifiedOn: found.verifiedOn ?? undefined,
  miles: found.miles,
  openness: {
    state: found.openness.state,
    until: found.openness.until?.toISOString(),
    opensAt: found.openness.opensAt?.toISOString(),
  },
  reasons: [...found.reasons],
})

export const addFindServices = (api: OpenAPIHono<Env>, { asActor }: { asActor: AsActor }): void => {
  api.openapi(findServicesRoute, async (c) => {
    const actor = actorOf(c)
    const query = c.req.valid('query')
    const found = await asActor(actor, async (tx) => {
      const { timeZone: zone } = await getCounty(tx, actor.jurisdictionId)
      return findServices(tx, { ...query, at: new Date(), zone })
    })
    return c.json({ services: found.map(represent) }, 200)
  })
}
