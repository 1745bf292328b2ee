import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillCards } from '#jurisdiction-cards'
import { ROLES, type Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { ORGANIZATIONS } from '../demo/organizations.ts'

let county: CountyApi
let officer: Ask

beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
})
afterAll(() => county.close())

const OPERATIONS = {
  findServices: ['GET', '/api/v1/services'],
  makeReferral: ['POST', '/api/v1/referrals'],
  listReferrals: ['GET', '/api/v1/referrals'],
  getReferral: ['GET', '/api/v1/referrals/{id}'],
  answerReferral: ['POST', '/api/v1/referrals/{id}/answer'],
  confirmHandoff: ['POST', '/api/v1/referrals/{id}/handoff'],
} as const
/** These are about nobody, and ask nobody who they are. */
const FOR_ANYBODY = {
  listJurisdictionCards: ['GET', '/api/v1/jurisdiction-cards'],
  getJurisdictionCard: ['GET', '/api/v1/jurisdiction-cards/{state}'],
}

type Operation = keyof typeof OPERATIONS

const call = (ask: Ask, operation: Operation, query = '') => {
  const [method, path] = OPERATIONS[operation]
  return ask(method, path.replace('{id}', newId()) + query, method === 'POST' ? {} : undefined)
}

describe('who may', () => {
  const EVERYBODY = [...ROLES]
  const EITHER: Role[] = [
    'officer',
    'sergeant',
    'angel',
    'navigator',
    'case-manager',
    'provider',
    'harm-reduction',
  ]
  const RECEIVERS: Role[] = ['navigator', 'case-manager', 'provider', 'harm-reduction']
  const SENDERS = EITHER.filter((role) => role !== 'provider')

  it.each<{ operation: Operation; query?: string; roles: Role[] }>([
    { operation: 'findServices', roles: EVERYBODY },
    { operation: 'makeReferral', roles: SENDERS },
    { operation: 'getReferral', roles: EITHER },
    { operation: 'listReferrals', query: '?side=sent', roles: EITHER },
    { operation: 'listReferrals', query: '?side=received', roles: RECEIVERS },
    { operation: 'answerReferral', roles: RECEIVERS },
    { operation: 'confirmHandoff', roles: EITHER },
  ])(
    '$operation$query: these roles by token and by session, and no other',
    async ({ operation, query, roles }) => {
      const letThrough: Role[] = []
      for (const role of ROLES) {
        const byToken = await call(await county.asToken(ORGANIZATIONS.tideline.id, role), operation, query)
        const bySession = await call(await county.asMember(role), operation, query)
        expect(bySession.json.code).toBe(byToken.json.code)
        if (byToken.json.code !== 'wrong-role') letThrough.push(role)
        else expect(byToken.status).toBe(403)
      }
      expect(letThrough).toEqual(roles)
    },
  )

  it('is anybody who reads what the law says', async () => {
    await fillCards(county.database.asActor)
    const all = await county.asStranger('GET', '/api/v1/jurisdiction-cards')
    expect([all.status, all.json.cards.length]).toEqual([200, 51])
    const maine = await county.asStranger('GET', '/api/v1/jurisdiction-cards/ME')
    expect(maine.json.answers).toContainEqual(
      expect.objectContaining({
        field: 'good-samaritan.arrest',
        value: 'protected',
        confidence: 'seen-in-statute',
      }),
    )
    expect((await county.asStranger('GET', '/api/v1/jurisdiction-cards/XX')).status).toBe(404)
  })

  it('is nobody who has not signed in', async () => {
    for (const operation of Object.keys(OPERATIONS) as Operation[]) {
      const { status, json, headers } = await call(county.asStranger, operation)
      expect([operation, status, json.code]).toEqual([operation, 401, 'not-signed-in'])
      expect(headers.get('www-authenticate')).toBe('Bearer')
    }
  })
})

describe('a request that does not fit', () => {
  const post = (body: unknown, headers?: Record<string, string>) =>
    officer('POST', '/api/v1/referrals', body, headers)

  it('is told what is wrong with its body', async () => {
    expect(await post('{"id": ')).toMatchObject({ status: 400, json: { code: 'malformed-json' } })
    expect(await post({ name: 'Sam\0' })).toMatchObject({ status: 400, json: { code: 'malformed-json' } })
    const asForm = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await post('id=1', asForm)).toMatchObject({ status: 415, json: { code: 'not-json' } })
    expect(await post({ name: 'x'.repeat(70_000) })).toMatchObject({
      status: 413,
      json: { code: 'too-large' },
    })
  })

  it('is too large even where it does not say how large it is', async () => {
    const unsaid = new ReadableStream({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode(JSON.stringify({ name: 'x'.repeat(70_000) })))
        stream.close()
      },
    })
    expect(await post(unsaid)).toMatchObject({ status: 413, json: { code: 'too-large' } })
  })

  it('has a sentence for each field, unknown ones too', async () => {
    const { status, json, headers } = await post({ id: newId(), agreesToContact: true, nmae: 'Sam' })
    expect([status, headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    expect(json).toMatchObject({
      type: 'urn:causeway:problem:fields-to-change',
      code: 'fields-to-change',
      fields: { serviceId: 'Choose who should get this.', nmae: 'There is no such field. Leave it out.' },
    })
  })

  it.each([
    ['/api/v1/services?need=moud', 'need'],
    ['/api/v1/services?latitude=&longitude=', 'latitude'],
    ['/api/v1/services?text=a%00b', 'text'],
    ['/api/v1/services?needs=money', 'needs'],
    ['/api/v1/referrals', 'side'],
    ['/api/v1/referrals?side=sent&before=yesterday', 'before'],
    ['/api/v1/referrals?side=sent&limit=0', 'limit'],
  ])('%s is told which parameter to change', async (path, field) => {
    const { status, json } = await officer('GET', path)
    expect([status, json.code]).toEqual([422, 'fields-to-change'])
    expect(json.fields).toHaveProperty(field)
  })

  it('on what was received has no pages to ask for', async () => {
    const desk = await county.asMember('provider')
    const paged = '/api/v1/referrals?side=received&before=2026-11-24T00:00:00Z'
    expect((await desk('GET', paged)).json.fields.before).toContain('Only what was sent has pages')
  })
})

describe('the OpenAPI document', () => {
  const read = async () => (await county.asStranger('GET', '/api/openapi.json')).json

  it('is OpenAPI 3.1 and names the operations that there are', async () => {
    const document = await read()
    expect(document.openapi).toBe('3.1.0')
    const found = Object.entries<Record<string, { operationId: string }>>(document.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(([method, { operationId }]) => [
          operationId,
          [method.toUpperCase(), path],
        ]),
    )
    expect(Object.fromEntries(found)).toEqual({ ...OPERATIONS, ...FOR_ANYBODY })
  })

  it('leads every reference to something in it', async () => {
    const document = await read()
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path)
    expect(references.length).toBeGreaterThan(10)
    for (const path of references) {
      const target = path?.split('/').reduce((part, name) => part?.[name], document)
      expect(target, path).toBeTypeOf('object')
    }
    for (const [name, schema] of Object.entries<{ description?: string }>(document.components.schemas))
      if (!name.endsWith('List')) expect(schema.description, name).toBeTruthy()
  })

  it('describes each response and each parameter in an address', async () => {
    const document = await read()
    for (const [path, methods] of Object.entries<Record<string, Operator>>(document.paths))
      for (const operation of Object.values(methods)) {
        for (const response of Object.values(operation.responses)) expect(response.description).toBeTruthy()
        const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
        expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
        for (const { required } of inPath) expect(required).toBe(true)
        for (const { schema } of operation.parameters ?? [])
          expect(JSON.stringify(schema)).not.toContain('"null"')
      }
  })

  it('promises each status that the API gives', async () => {
    const document = await read()
    for (const [operation, [method, path]] of Object.entries(OPERATIONS)) {
      const { status } = await call(officer, operation as Operation)
      const promised = Object.keys(document.paths[path][method.toLowerCase()].responses)
      expect(promised, operation).toContain(String(status))
    }
  })
})

type Operator = {
  readonly responses: Record<string, { description: string }>
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: unknown }[]
}
