import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { Env } from '#identity'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { problem } from '#platform/http/problem.ts'
import { answerAll, answerOne, answerPage } from './answer.ts'
import { describeApi } from './describe-api.ts'
import { type HsdsList, LISTS } from './lists.ts'
import { type HsdsQuery, readQuery } from './query.ts'

/** Listings change a few times a day. */
const KEPT = 'public, max-age=300'
const BASE = '/hsds'
const PROFILE = 'https://docs.openreferral.org/en/v3.1.0/hsds/'

/** The directory for other directories, by HSDS 3.1: without signing in, and only what everybody may see. */
export const hsdsRoutes = ({
  asActor,
  publicOrigin,
}: {
  readonly asActor: AsActor
  readonly publicOrigin: string | undefined
}): Hono<Env> => {
  const routes = new Hono<Env>()
  const origin = (c: Context<Env>): string => publicOrigin ?? new URL(c.req.url).origin

  const about = (c: Context<Env>): Response =>
    answer(c, { version: '3.1', profile: PROFILE, openapi_url: `${origin(c)}${BASE}/openapi.json` })
  routes.get(BASE, about)
  routes.get(`${BASE}/`, about)
  routes.get(`${BASE}/openapi.json`, (c) => answer(c, describeApi(`${origin(c)}${BASE}`)))
  for (const list of LISTS) addList(routes, asActor, list)
  return routes
}

const addList = (routes: Hono<Env>, asActor: AsActor, list: HsdsList): void => {
  const path = `${BASE}/${list.path}`

  routes.get(path, (c) => answerList(c, asActor, list, onlyOnce(c.req.queries())))

  // A question that says what somebody needs can be asked without leaving it in an address, which is written down.
  routes.post(path, async (c) => {
    const body = await readBody(c)
    return body === undefined
      ? problem(c, { status: 400, title: 'The body is not JSON or a form.', code: 'unreadable-body' })
      : answerList(c, asActor, list, { ...onlyOnce(c.req.queries()), ...body })
  })

  routes.get(`${path}/:id`, async (c) => {
    const query = readQuery(onlyOnce(c.req.queries()), list.kind === 'organization' ? ['full_service'] : [])
    if ('fields' in query) return unfit(c, query.fields)
    const id = c.req.param('id')
    const asksWhole = c.req.query('full_service') !== 'false'
    const found = isId(id) ? await answerOne(asActor, list, id, { fullService: asksWhole }) : undefined
    return found
      ? answer(c, found)
      : problem(c, { status: 404, title: 'There is no such thing here.', code: 'not-found' })
  })
}

const answerList = async (
  c: Context<Env>,
  asActor: AsActor,
  list: HsdsList,
  said: Record<string, unknown>,
): Promise<Response> => {
  const query = readQuery(said, list.filters)
  if ('fields' in query) return unfit(c, query.fields)
  return query.format === 'ndjson'
    ? lines(c, asActor, list, query)
    : answer(c, await answerPage(asActor, list, query))
}

const lines = (c: Context<Env>, asActor: AsActor, list: HsdsList, query: HsdsQuery): Response => {
  open(c)
  c.header('Content-Type', 'application/x-ndjson; charset=utf-8')
  return stream(c, async (out) => {
    for await (const some of answerAll(asActor, list, query)) {
      if (out.aborted) return
      await out.write(some.map((one) => `${JSON.stringify(one)}\n`).join(''))
    }
  })
}

/** A parameter that is there twice is an array, which nothing takes. */
const onlyOnce = (queries: Record<string, string[]>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )

const readBody = async (c: Context<Env>): Promise<Record<string, unknown> | undefined> => {
  const type = c.req.header('content-type') ?? ''
  const text = await c.req.text()
  if (text.trim() === '') return {}
  if (type.includes('application/x-www-form-urlencoded')) {
    const form = new URLSearchParams(text)
    return onlyOnce(Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name)])))
  }
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null && !Array.isArray(said)
      ? (said as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

const unfit = (c: Context<Env>, fields: Record<string, string>): Response =>
  problem(c, { status: 400, title: 'Something in the request has to change.', code: 'unfit-request', fields })

const open = (c: Context<Env>): void => {
  c.header('Cache-Control', c.req.method === 'GET' ? KEPT : 'no-store')
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
}

const answer = (c: Context<Env>, said: object): Response => {
  const text = JSON.stringify(said)
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  open(c)
  c.header('ETag', tag)
  const known =
    c.req
      .header('if-none-match')
      ?.split(',')
      .map((one) => one.trim().replace(/^W\//, '')) ?? []
  if (c.req.method === 'GET' && known.includes(tag)) return c.body(null, 304)
  return c.body(text, 200, { 'Content-Type': 'application/json; charset=utf-8' })
}
