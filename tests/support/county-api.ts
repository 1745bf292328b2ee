import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namedRelease, signRelease } from '#consent'
import type { MemberActor, Role } from '#kernel/actor.ts'
import type { DataClass } from '#kernel/data-classes.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { deriveKeys } from '#platform/config/keys.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import type { CourseBook } from '#training'
import { application } from '../../src/app/application.tsx'
import { demoId } from '../../src/app/demo/demo-id.ts'
import { COUNTY, ORGANIZATIONS } from '../../src/app/demo/organizations.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: what a program would get from parsing the answer.
  readonly json: any
}

/** Asks the API as somebody. A body that is a string or a stream is sent as it is. */
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

/** The whole application over the invented county, asked without a socket. */
export type CountyApi = {
  readonly base: TestDatabase
  readonly database: Database
  /** The application itself, to be put behind a socket. */
  readonly fetch: (request: Request, env: never) => Response | Promise<Response>
  readonly asStranger: Ask
  /** With the session of the invented member of this role. */
  readonly asMember: (role: Role) => Promise<Ask>
  /** With a token of an organization. */
  readonly asToken: (organizationId: string, ...roles: Role[]) => Promise<Ask>
  /** The person of a referral to Lantern House lets the invented police know this of it. */
  readonly release: (referralId: string, ...dataClasses: DataClass[]) => Promise<void>
  readonly close: () => Promise<void>
}

const FRONT_DESK: MemberActor = {
  kind: 'member',
  memberId: demoId(3, 6),
  organizationId: ORGANIZATIONS.lantern.id,
  jurisdictionId: COUNTY.id,
  roles: ['provider'],
}

/** @param options.book the courses that are taught; left out: those of the program */
export const countyApi = async ({ book }: { book?: CourseBook } = {}): Promise<CountyApi> => {
  const base = await testDatabase({ filled: true })
  const database = openDatabase(base.app, { enqueue: async () => {} })
  const publicFolder = mkdtempSync(join(tmpdir(), 'causeway-public-'))
  writeFileSync(join(publicFolder, 'assets.json'), JSON.stringify({ style: '/a.css', script: '/a.js' }))
  const app = application({
    asActor: database.asActor,
    keys: deriveKeys('a secret that is only for this test'),
    log: () => undefined,
    publicOrigin: undefined,
    trustProxy: false,
    demo: true,
    publicFolder,
    ...(book ? { book } : {}),
  })

  const askWith =
    (credentials: Record<string, string>): Ask =>
    async (method, path, body, headers = {}) => {
      const isReady = body === undefined || typeof body === 'string' || body instanceof ReadableStream
      const sent = { body: isReady ? body : JSON.stringify(body), duplex: 'half' } as RequestInit
      const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
      const response = await app.request(path, {
        method,
        headers: { ...type, ...credentials, ...headers },
        ...sent,
      })
      const text = await response.text()
      const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '')
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson ? JSON.parse(text) : undefined,
      }
    }

  return {
    base,
    database,
    fetch: app.fetch as CountyApi['fetch'],
    asStranger: askWith({}),
    asMember: async (role) => {
      const signedIn = await app.request('/demo/sign-in', {
        method: 'POST',
        body: new URLSearchParams({ as: role }),
      })
      return askWith({ cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' })
    },
    asToken: async (organizationId, ...roles) => {
      const token = `cwt_${newId()}`
      await base.admin.query(
        `insert into api_token (id, jurisdiction_id, organization_id, name, token_hash, roles, expires_at)
         values ($1, $2, $3, 'Records system', $4, $5, now() + interval '1 day')`,
        [newId(), COUNTY.id, organizationId, createHash('sha256').update(token).digest('base64url'), roles],
      )
      return askWith({ authorization: `Bearer ${token}` })
    },
    release: async (referralId, ...dataClasses) => {
      const { rows } = await base.admin.query('select person_id from referral where id = $1', [referralId])
      const signed = namedRelease({
        id: newId(),
        personId: rows[0].person_id,
        recipient: ORGANIZATIONS.police,
        discloser: ORGANIZATIONS.lantern,
        input: {
          personName: 'Sam Rivers',
          dataClasses,
          purpose: 'So that the officer knows I am safe',
          days: 30,
          signature: 'Sam Rivers',
        },
        at: new Date(),
        zone: COUNTY.timeZone,
      })
      const kept = await signRelease(database.asActor, FRONT_DESK, signed)
      if (isRefusal(kept)) throw new Error(kept.refused)
    },
    close: async () => {
      await database.close()
      await base.drop()
      rmSync(publicFolder, { recursive: true })
    },
  }
}
