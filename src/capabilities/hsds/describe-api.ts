import { LISTS } from './lists.ts'
import { type HsdsObject, KINDS, type Kind, OBJECTS } from './objects.ts'
import { EVERYWHERE, type Filter, MOST_PER_PAGE } from './query.ts'

const PARAMETERS: Readonly<Record<Filter | (typeof EVERYWHERE)[number], readonly [string, object]>> = {
  search: ['Words, all of which have to be there.', { type: 'string', maxLength: 200 }],
  page: ['Which page, from 1.', { type: 'integer', minimum: 1 }],
  per_page: ['How many on a page.', { type: 'integer', minimum: 1, maximum: MOST_PER_PAGE }],
  format: [
    'json, or ndjson: everything, one a line, without pages.',
    { type: 'string', enum: ['json', 'ndjson'] },
  ],
  taxonomy_term_id: ['Only what has this term.', { type: 'string', format: 'uuid' }],
  taxonomy_id: ['Only what has a term of this taxonomy.', { type: 'string', format: 'uuid' }],
  organization_id: ['Only what this organization provides.', { type: 'string', format: 'uuid' }],
  modified_after: ['Only what changed then or later.', { type: 'string', format: 'date-time' }],
  minimal: ['Only id and modified_date of each.', { type: 'boolean' }],
  full: ['Each with everything in it.', { type: 'boolean' }],
  full_service: ['Each organization with its services, whole.', { type: 'boolean' }],
  postcode: ['A ZIP code: only what is there, or serves it.', { type: 'string' }],
  proximity: ['With postcode: only what is within so many meters of its middle.', { type: 'number' }],
  parent_id: ['Only terms below this one.', { type: 'string', format: 'uuid' }],
  top_only: ['Only terms that are below none.', { type: 'boolean' }],
}

const ref = (kind: Kind) => ({ $ref: `#/components/schemas/${kind}` })

const typeOf = (type: HsdsObject['attributes'][number]['type']): object => {
  if (typeof type !== 'string') return { type: 'string', enum: type }
  if (type === 'number') return { type: 'number' }
  const format = { uuid: 'uuid', uri: 'uri', email: 'email', datetime: 'date-time' }[type as string]
  return format ? { type: 'string', format } : { type: 'string' }
}

const schemaOf = (kind: Kind): object => {
  const { attributes, lists, ones } = OBJECTS[kind] as HsdsObject
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(attributes.map(({ name, type }) => [name, typeOf(type)])),
      ...Object.fromEntries(lists.map((list) => [list.name, { type: 'array', items: ref(list.kind) }])),
      ...Object.fromEntries(ones.map((one) => [one.name, ref(one.kind)])),
      ...(kind === 'organization' ? { services: { type: 'array', items: ref('service') } } : {}),
    },
  }
}

const answering = (schema: object) => ({
  200: { description: 'What was asked for.', content: { 'application/json': { schema } } },
  400: { description: 'A parameter is not as it has to be.', content: { 'application/problem+json': {} } },
})

const NOT_FOUND = { description: 'There is no such thing here.', content: { 'application/problem+json': {} } }

/** The OpenAPI 3.1 document of the exchange, made from what its lists and objects are. */
export const describeApi = (server: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Causeway, the directory by HSDS 3.1',
    version: '3.1',
    description:
      'Open listings of who helps with substance use, where and when. All parameters have to hold.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: server }],
  paths: {
    '/': {
      get: {
        summary: 'What this is.',
        responses: answering({
          type: 'object',
          properties: {
            version: { type: 'string' },
            profile: { type: 'string', format: 'uri' },
            openapi_url: { type: 'string', format: 'uri' },
          },
        }),
      },
    },
    ...Object.fromEntries(
      LISTS.flatMap(({ path, kind, filters }) => {
        const names = [...EVERYWHERE, ...filters]
        const page = {
          allOf: [
            { $ref: '#/components/schemas/Page' },
            { properties: { contents: { type: 'array', items: ref(kind) } } },
          ],
        }
        const parameters = names.map((name) => ({
          name,
          in: 'query',
          description: PARAMETERS[name][0],
          schema: PARAMETERS[name][1],
        }))
        const properties = Object.fromEntries(names.map((name) => [name, PARAMETERS[name][1]]))
        return [
          [
            `/${path}`,
            {
              get: { summary: `A page of ${path}.`, parameters, responses: answering(page) },
              post: {
                summary:
                  'The same, with the parameters in the body, so that no address says what somebody needs.',
                requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
                responses: answering(page),
              },
            },
          ],
          [
            `/${path}/{id}`,
            {
              get: {
                summary: 'One, with everything in it.',
                parameters: [
                  { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
                ],
                responses: { ...answering(ref(kind)), 404: NOT_FOUND },
              },
            },
          ],
        ]
      }),
    ),
  },
  components: {
    schemas: {
      ...Object.fromEntries(KINDS.map((kind) => [kind, schemaOf(kind)])),
      Page: {
        type: 'object',
        properties: {
          total_items: { type: 'integer' },
          total_pages: { type: 'integer' },
          page_number: { type: 'integer' },
          size: { type: 'integer' },
          first_page: { type: 'boolean' },
          last_page: { type: 'boolean' },
          empty: { type: 'boolean' },
        },
      },
    },
  },
})
