import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { deriveKeys } from '#platform/config/keys.ts'
import { type AsActor, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { application } from '../../src/app/application.tsx'
import { signLink } from '../../src/capabilities/referrals/answer-token.ts'
import { actors, type Who } from '../wall/actors.ts'
import { forget } from '../wall/forget.ts'
import { personSessionOf } from '../wall/person-codes.ts'
import type { Row } from '../wall/row.ts'
import type { Scenario } from '../wall/scenarios.ts'
import { loadWorld } from '../wall/world.ts'
import { type Markers, plantMarkers, readMarkers } from './markers.ts'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** From when to when it was made, in milliseconds: what it says of now lies between. */
  readonly during: readonly [number, number]
}
export type Ask = (method: string, path: string, init?: RequestInit) => Promise<Answer>

/** A method and a path as the application lists it, such as “GET /referrals/:id”. */
export type RouteName = string

/** The whole application over the world of the wall, and whoever is in it to ask for pages. */
export type OpenedWorld = {
  readonly base: TestDatabase
  readonly asActor: AsActor
  readonly rows: readonly Row[]
  readonly markers: Markers
  /** The application itself, to be put behind a socket. */
  readonly fetch: (request: Request, env: never) => Response | Promise<Response>
  /** Every route of the real application, in its order. */
  readonly routes: readonly RouteName[]
  /** Those that are there in a demonstration only. */
  readonly demonstration: ReadonlySet<RouteName>
  readonly visitors: readonly Who[]
  /** How somebody asks: with their session, their token, their own open page, or as a stranger. */
  readonly askAs: (who: Who) => Ask
  /** What a holder of a signed link was sent. */
  readonly tokenOf: (who: Who) => string
  readonly close: () => Promise<void>
}

const KEYS = deriveKeys('a secret that is only for this test')

const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * @param options.keeps whether what is written stays. Otherwise each transaction is taken back when its answer is known,
 *   so that everybody meets the same world
 * @param options.without of whom nothing is known in it; everything else is as in any other
 */
export const openWorld = async ({
  keeps,
  without = [],
}: {
  keeps: boolean
  without?: readonly Scenario[]
}): Promise<OpenedWorld> => {
  const base = await testDatabase()
  const admin = await base.admin.connect()
  await admin.query(`set timezone = 'UTC'`)
  const rows = await loadWorld(admin)
  await plantMarkers(admin)
  await signEverybodyIn(admin.query.bind(admin))
  await forget(admin, without)
  const markers = await readMarkers(admin, rows)
  await admin.query('analyze')
  admin.release()
  const database = openDatabase(base.app, { enqueue: async () => {} })
  const asActor = keeps ? database.asActor : takingBack(database.asActor)
  const publicFolder = builtFolder()
  const open = (demo: boolean) =>
    application({
      ...{ asActor, keys: KEYS, log: () => undefined, publicOrigin: undefined, trustProxy: true },
      ...{ demo, publicFolder },
    })
  const app = open(false)
  const inDemonstration = routesOf(open(true))
  return {
    ...{ base, asActor, rows, markers },
    fetch: app.fetch as OpenedWorld['fetch'],
    routes: inDemonstration,
    demonstration: new Set(inDemonstration.filter((route) => !routesOf(app).includes(route))),
    visitors: actors.filter(isVisitor),
    askAs: (who) => askWith(app, credentialsOf(who)),
    tokenOf,
    close: async () => {
      await database.close()
      await base.drop()
      rmSync(publicFolder, { recursive: true })
    },
  }
}

const builtFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-public-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets.json'), JSON.stringify({ style: '/a.css', script: '/a.js' }))
  for (const file of ['assets/a.css', 'favicon.svg']) writeFileSync(join(folder, file), '')
  return folder
}

const routesOf = (app: Pick<Hono, 'routes'>): RouteName[] => [
  ...new Set(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  ),
]

/** Jobs and the operator ask for no pages, and of those who have not signed in one stands for all. */
const isVisitor = (who: Who): boolean =>
  who.actor?.kind === 'member' ||
  who.actor?.kind === 'token' ||
  who.actor?.kind === 'person' ||
  who.name === 'visitor' ||
  !!who.holds

class TakenBack {
  readonly result: unknown
  constructor(result: unknown) {
    this.result = result
  }
}

const takingBack =
  (asActor: AsActor): AsActor =>
  async (actor, work) => {
    try {
      return await asActor(actor, async (tx) => {
        throw new TakenBack(await work(tx))
      })
    } catch (thrown) {
      if (thrown instanceof TakenBack) return thrown.result as never
      throw thrown
    }
  }

const cookieOf = (id: string): string => `cookie-${id}`
const bearerOf = (id: string): string => `cwt_${id}`
const recordCookieOf = ({ person }: Scenario): string => `record-${person}`

/** The world's sessions and tokens are known by stand-ins for hashes; here they get the hashes of real secrets. */
const signEverybodyIn = async (
  query: (text: string, values: unknown[]) => Promise<unknown>,
): Promise<void> => {
  for (const { actor, person } of actors) {
    if (actor?.kind === 'member')
      await query(`insert into session (token_hash, member_id, second_factor_at) values ($1, $2, now())`, [
        tokenHash(cookieOf(actor.memberId)),
        actor.memberId,
      ])
    if (actor?.kind === 'token')
      await query('update api_token set token_hash = $1 where id = $2', [
        tokenHash(bearerOf(actor.tokenId)),
        actor.tokenId,
      ])
    if (person)
      await query('update person_session set token_hash = $1 where token_hash = $2', [
        tokenHash(recordCookieOf(person)),
        personSessionOf(person),
      ])
  }
}

const credentialsOf = ({ actor, person }: Who): Record<string, string> => {
  if (person) return { cookie: `my-record=${recordCookieOf(person)}` }
  if (actor?.kind === 'member') return { cookie: `causeway=${cookieOf(actor.memberId)}` }
  if (actor?.kind === 'token') return { authorization: `Bearer ${bearerOf(actor.tokenId)}` }
  return {}
}

const tokenOf = ({ holds }: Who): string => {
  const ends = holds?.link.life === 'expired' ? -86_400_000 : 86_400_000
  return signLink(KEYS.links, { linkId: holds?.link.id ?? '', expiresAt: new Date(Date.now() + ends) })
}

let requests = 0

/** Each request comes from another address, so that none is refused for being the sixty-first. */
const askWith =
  (app: Pick<Hono, 'request'>, credentials: Record<string, string>): Ask =>
  async (method, path, init = {}) => {
    const headers = new Headers({
      ...credentials,
      'x-forwarded-for': `10.${requests >> 16}.${(requests >> 8) & 255}.${requests++ & 255}`,
    })
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
    const asked = Date.now()
    const response = await app.request(path, { ...init, method, headers })
    const { status, headers: sent } = response
    return { status, headers: sent, text: await response.text(), during: [asked, Date.now()] }
  }
