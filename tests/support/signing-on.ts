import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { newId } from '#kernel/ids.ts'
import { openDatabase } from '#platform/database/as-actor.ts'
import { requestFacts } from '#platform/http/request-facts.ts'
import { addIdentityProvider } from '../../src/capabilities/identity/add-identity-provider.ts'
import type { Env } from '../../src/capabilities/identity/env.ts'
import { identityRoutes } from '../../src/capabilities/identity/identity.routes.ts'
import { insertSession } from '../../src/capabilities/identity/identity.store.ts'
import { linkSignOn } from '../../src/capabilities/identity/link-sign-on.ts'
import { recognise } from '../../src/capabilities/identity/recognise.routes.ts'
import { requireMember } from '../../src/capabilities/identity/require-member.routes.ts'
import { tokenHash } from '../../src/capabilities/identity/secret-token.ts'
import { type TestMember, testCounty } from './county.ts'
import { testDatabase } from './database.ts'
import { openIdProvider, type Somebody } from './openid-provider.ts'
import { openTab, type Tab } from './tab.ts'

const OPERATOR = { kind: 'operator' } as const
const ORIGIN = 'http://localhost:3999'
export const CALLBACK = `${ORIGIN}/sign-on/callback`

type Named = { amr?: string[]; issuer?: string }

/**
 * A county whose treatment provider signs in with accounts of its own, at a real OpenID provider, and the application
 * with one page that is for members.
 */
export const signingOn = async () => {
  const base = await testDatabase()
  const database = openDatabase(base.app, { enqueue: async () => {} })
  const { asActor } = database
  const county = await testCounty(asActor)
  const there = await openIdProvider(CALLBACK)
  const keys = { totp: randomBytes(32), signOn: randomBytes(32), links: randomBytes(32) }

  let provider = ''
  const add = async (organizationId: string, { amr = ['mfa'], issuer = there.issuer }: Named = {}) => {
    const added = await addIdentityProvider(
      OPERATOR,
      { asActor, keys },
      {
        jurisdictionId: county.id,
        organizationId,
        issuer,
        clientId: there.clientId,
        clientSecret: there.clientSecret,
        secondFactorAmr: amr,
        secondFactorAcr: [],
        emailDomains: ['harbor.example'],
      },
    )
    if ('id' in added) provider = added.id
    return added
  }
  const added = await add(county.provider)
  if (!('id' in added)) throw new Error(added.refused)

  const app = () =>
    new Hono<Env>()
      .use(requestFacts(() => undefined, false))
      .use(
        recognise({
          asActor,
          publicOrigin: ORIGIN,
          frameFor: () => ({ assets: { style: '/a.css', script: '/a.js' } }),
        }),
      )
      .route('/', identityRoutes({ asActor, keys, publicOrigin: ORIGIN, demo: false }))
      .get('/desk', requireMember(), (c) => c.text(`Welcome, ${c.get('signedIn').name}`))

  /** Goes to the provider and comes back with its answer, which is not yet given. */
  const goThere = async (tab: Tab, who: Somebody, change: (address: URL) => void = () => undefined) => {
    const begun = await tab.get(`/sign-on/with/${provider}?returnTo=/desk`)
    const address = new URL(begun.to)
    change(address)
    return there.visit(address.href, who)
  }

  return {
    base,
    asActor,
    county,
    keys,
    there,
    add,
    /** The provider’s id; another once it was added anew. */
    provider: () => provider,
    newTab: () => openTab(app(), ORIGIN),
    goThere,
    signOn: async (tab: Tab, who: Somebody, change?: (address: URL) => void) =>
      tab.get(await goThere(tab, who, change)),
    /** A member of the treatment provider whose account there is linked. */
    hireLinked: async (): Promise<{ member: TestMember; subject: string }> => {
      const member = await county.hire('provider', 'provider')
      const subject = `subject-${newId()}`
      await linkSignOn(OPERATOR, asActor, { email: member.email, subject })
      return { member, subject }
    },
    /** A session as after password and code. */
    signInByHand: async (tab: Tab, member: TestMember) => {
      const token = newId()
      const session = { tokenHash: tokenHash(token), memberId: member.memberId, secondFactorShown: true }
      await asActor(member, (tx) => insertSession(tx, session))
      tab.jar.set('causeway', token)
    },
    isSignedIn: async (tab: Tab) => (await tab.get('/desk')).status === 200,
    /** What the audit record says of signing in through a provider, the latest last. */
    reasons: async () => {
      const { rows } = await base.admin.query<{ outcome: string; detail: { reason?: string } }>(
        `select outcome, detail from audit_record where action = 'identity.signed-on' order by at`,
      )
      return rows.map(({ outcome, detail }) => detail.reason ?? outcome)
    },
    close: async () => {
      await database.close()
      await base.drop()
      await there.close()
    },
  }
}

export type SigningOn = Awaited<ReturnType<typeof signingOn>>
