import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { generateSync } from 'otplib'
import type { Id } from '#kernel/ids.ts'
import { openDatabase } from '#platform/database/as-actor.ts'
import { requestFacts } from '#platform/http/request-facts.ts'
import type { LeftJob } from '#platform/jobs/leave-jobs.ts'
import type { Env } from '../../src/capabilities/identity/env.ts'
import { identityRoutes } from '../../src/capabilities/identity/identity.routes.ts'
import { insertSession } from '../../src/capabilities/identity/identity.store.ts'
import { identityJobs } from '../../src/capabilities/identity/identity-jobs.ts'
import { recognise } from '../../src/capabilities/identity/recognise.routes.ts'
import { requireMember } from '../../src/capabilities/identity/require-member.routes.ts'
import { tokenHash } from '../../src/capabilities/identity/secret-token.ts'
import { type TestMember, testCounty } from './county.ts'
import { testDatabase } from './database.ts'
import { openTab, type Tab } from './tab.ts'

export const ORIGIN = 'http://localhost:3999'
export const OWN_PASSWORD = 'four quiet harbor seals'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

/**
 * A county, and the application with the pages of accounts and one page that is for members. What a transaction leaves
 * to be done is done when a test asks for the letters; the clock of one-time codes moves by hand.
 */
export const openAccounts = async () => {
  const base = await testDatabase()
  const left: LeftJob[] = []
  const database = openDatabase(base.app, {
    enqueue: async (_, jobs) => {
      left.push(...jobs)
    },
  })
  const { asActor } = database
  const county = await testCounty(asActor)
  const keys = { totp: randomBytes(32), signOn: randomBytes(32), links: randomBytes(32) }
  const frameFor = () => ({ assets: { style: '/a.css', script: '/a.js' } })
  let clock = Date.now()

  const app = new Hono<Env>()
    .use(requestFacts(() => undefined, false))
    .use(recognise({ asActor, publicOrigin: ORIGIN, frameFor }))
    .route(
      '/',
      identityRoutes({ asActor, keys, publicOrigin: ORIGIN, demo: false, now: () => new Date(clock) }),
    )
    .get('/desk', requireMember(), (c) => c.text(`Welcome, ${c.get('signedIn').name}`))

  const jobs = identityJobs({ asActor, mailer: undefined, linkKey: keys.links, origin: ORIGIN })

  /** Does what was left to be done. */
  const work = async (): Promise<void> => {
    for (const { name, data } of left.splice(0))
      await jobs.find((job) => job.name === name)?.run(data as never)
  }

  /** The letters to an address, the latest last. */
  const lettersTo = async (address: string): Promise<Letter[]> => {
    await work()
    const { rows } = await base.admin.query<Letter>(
      `select to_address as "to", subject, body as text from message where to_address = $1 order by created_at`,
      [address],
    )
    return rows
  }

  return {
    base,
    asActor,
    county,
    keys,
    work,
    lettersTo,
    jobNamed: (name: string) => jobs.find((job) => job.name === name),
    newTab: () => openTab(app, ORIGIN),
    /** The path in the newest letter to an address. */
    linkTo: async (address: string): Promise<string> => {
      const text = (await lettersTo(address)).at(-1)?.text ?? ''
      return /http\S+/.exec(text)?.[0].replace(ORIGIN, '') ?? ''
    },
    /** The code that an app shows for a secret, half a minute after the last one. */
    nextCode: (secret: string): string => {
      clock += 60_000
      return generateSync({ secret, epoch: Math.floor(clock / 1000) })
    },
    /** Signs in as after password and code, by hand. */
    enter: async (tab: Tab, member: TestMember): Promise<void> => {
      const token = randomBytes(32).toString('base64url')
      await asActor(member, (tx) =>
        insertSession(tx, {
          tokenHash: tokenHash(token),
          memberId: member.memberId,
          secondFactorShown: true,
        }),
      )
      tab.jar.set('causeway', token)
    },
    isSignedIn: async (tab: Tab): Promise<boolean> => (await tab.get('/desk')).status === 200,
    /** What the audit record says of an act, the latest last. */
    auditOf: async (action: string) => {
      const { rows } = await base.admin.query<{
        outcome: string
        detail: Record<string, unknown>
        member: Id<'member'>
        subjects: string[]
      }>(
        `select outcome, detail, member_id as member, subject_ids as subjects from audit_record
         where action = $1 order by at`,
        [action],
      )
      return rows
    },
    close: async () => {
      await database.close()
      await base.drop()
    },
  }
}

export type Accounts = Awaited<ReturnType<typeof openAccounts>>

/** The secret that a page shows for whoever cannot scan. */
export const secretOn = (page: string): string =>
  /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''

/** What a form of the page carries along unseen. */
export const carriedBy = (page: string): string => /name="sealed" value="([^"]*)"/.exec(page)?.[1] ?? ''

/** All of the first sign-in of somebody whom the operator added. Gives the secret of their codes. */
export const firstSignIn = async (accounts: Accounts, tab: Tab, member: TestMember): Promise<string> => {
  await tab.post('/sign-in', { email: member.email, password: member.firstPassword })
  const secret = secretOn((await tab.get('/enrol-code')).page)
  const done = await tab.post('/enrol-code', { code: accounts.nextCode(secret), password: OWN_PASSWORD })
  if (done.status !== 303) throw new Error(`The first sign-in got ${done.status}.`)
  return secret
}
