import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { localPath } from '#platform/http/local-path.ts'
import { problem } from '#platform/http/problem.ts'
import { addPasskey, LONGEST_PASSKEY_NAME, MOST_PASSKEYS, type PasskeyRefusal } from './add-passkey.ts'
import { askForPasskey } from './ask-for-passkey.ts'
import type { Env } from './env.ts'
import { findOwnLink } from './link-sign-on.ts'
import { listPasskeys } from './list-passkeys.ts'
import { offerPasskey } from './offer-passkey.ts'
import { NewPasskeyPage, WaysToSignInPage } from './passkeys.page.tsx'
import { relyingParty } from './relying-party.ts'
import { removePasskey } from './remove-passkey.ts'
import { requireMember } from './require-member.routes.ts'
import { sessionCookie } from './session-cookie.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { signInWithPasskey } from './sign-in-with-passkey.ts'
import { SignOnTroublePage } from './sign-on-trouble.page.tsx'
import { homeOf } from './signed-in.ts'
import { requireStepUp } from './step-up.routes.ts'
import { tooManyTries } from './too-many-tries.routes.ts'

const SENTENCES: Readonly<Record<PasskeyRefusal['refused'], string>> = {
  'name-missing': 'Give it a name.',
  'name-too-long': `Use at most ${LONGEST_PASSKEY_NAME} characters.`,
  'passkey-missing': 'Your device did not make a passkey that we can use. Try again, or with another device.',
  'passkey-too-late': 'That took too long, or was sent twice. Make the passkey once more.',
  'passkey-known': 'That passkey is here already.',
  'too-many': `You have ${MOST_PASSKEYS} passkeys. Remove one first.`,
}

/** Passkeys: a member adds, sees and removes theirs, and signs in with one. */
export const passkeyRoutes = ({
  asActor,
  publicOrigin,
  limits,
  now,
}: {
  asActor: AsActor
  publicOrigin: string | undefined
  limits: SignInLimits
  now: () => Date
}): Hono<Env> => {
  const cookie = sessionCookie(publicOrigin)
  const routes = new Hono<Env>()
  const trace = (c: Context<Env>) => c.get('actor').trace
  const partyOf = (c: Context) => relyingParty(publicOrigin, c.req.url)
  const noAddress = (c: Context) =>
    problem(c, { status: 409, code: 'no-public-origin', title: 'PUBLIC_ORIGIN is not set.' })

  routes.post('/sign-in/passkey/challenge', async (c) => {
    const wait = await limits.takeAttempt(c.get('source'))
    if (wait) return problem(c, { status: 429, code: 'too-many-tries', title: tooManyTries(c, wait) })
    const party = partyOf(c)
    return party ? c.json(await askForPasskey(trace(c), asActor, party)) : noAddress(c)
  })

  routes.post('/sign-in/passkey', async (c) => {
    const form = await formFields(c)
    const returnTo = localPath(firstOf(form, 'returnTo'))
    const party = partyOf(c)
    const trouble = (status: 409 | 422 | 429, sentence: string) =>
      c.html(SignOnTroublePage({ frame: c.get('frame'), returnTo, sentence }), status)
    if (!party) return trouble(409, 'There are no passkeys here: PUBLIC_ORIGIN is not set.')
    const wait = await limits.takeAttempt(c.get('source'))
    if (wait) return trouble(429, tooManyTries(c, wait))
    const answer = await signInWithPasskey(trace(c), asActor, {
      answer: firstOf(form, 'passkey'),
      oldToken: getCookie(c, cookie.name) ?? '',
      party,
    })
    if (!isRefusal(answer)) {
      setCookie(c, cookie.name, answer.token, cookie.options)
      return c.redirect(returnTo ?? homeOf(answer.roles), 303)
    }
    return trouble(
      422,
      answer.refused === 'passkey-too-late'
        ? 'That took too long, or was sent twice. Show your passkey once more.'
        : 'That passkey does not belong to an account that is open. Sign in another way, or try another passkey.',
    )
  })

  routes.get('/account/passkeys', requireMember(), async (c) => {
    const { actor, organizationName, timeZone: zone } = c.get('signedIn')
    const [passkeys, own] = [await listPasskeys(actor, asActor), await findOwnLink(actor, asActor)]
    const seen = { now: now(), zone }
    const isAdministrator = actor.roles.includes('administrator')
    const signOn = own && { organizationName, link: own.link, isAdministrator, ...seen }
    return c.html(WaysToSignInPage({ frame: c.get('frame'), passkeys, signOn, ...seen }))
  })

  routes.get('/account/passkeys/new', requireMember(), requireStepUp, (c) =>
    c.html(NewPasskeyPage({ frame: c.get('frame') })),
  )

  routes.post('/account/passkeys/challenge', requireMember(), async (c) => {
    const party = partyOf(c)
    return party ? c.json(await offerPasskey(c.get('signedIn').actor, asActor, party)) : noAddress(c)
  })

  routes.post('/account/passkeys', requireMember(), requireStepUp, async (c) => {
    const form = await formFields(c)
    const name = firstOf(form, 'name')
    const party = partyOf(c)
    if (!party) return noAddress(c)
    const answer = await addPasskey(c.get('signedIn').actor, asActor, {
      name,
      party,
      answer: firstOf(form, 'passkey'),
    })
    if (!isRefusal(answer)) return c.redirect('/account/passkeys', 303)
    const errors = { name: SENTENCES[answer.refused] }
    return c.html(NewPasskeyPage({ frame: c.get('frame'), name, errors }), 422)
  })

  routes.post('/account/passkeys/remove', requireMember(), requireStepUp, async (c) => {
    // Removing what is gone already is what was wanted.
    await removePasskey(c.get('signedIn').actor, asActor, firstOf(await formFields(c), 'id'))
    return c.redirect('/account/passkeys', 303)
  })

  return routes
}
