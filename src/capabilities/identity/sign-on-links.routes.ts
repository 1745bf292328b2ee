import { type Context, Hono } from 'hono'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { beginSignOn } from './begin-sign-on.ts'
import type { Env, MemberEnv } from './env.ts'
import { findOwnLink, linkSignOn, listLinks, unlinkSignOn } from './link-sign-on.ts'
import type { SignOnKeys } from './means.ts'
import { requireMember } from './require-member.routes.ts'
import { GoToProviderPage, LinksPage, type LinksProps } from './sign-on.page.tsx'
import { redirectUri, startAttempt } from './sign-on-cookie.routes.ts'
import { signOnSentence } from './sign-on-sentences.ts'
import { SignOnTroublePage } from './sign-on-trouble.page.tsx'
import { requireStepUp } from './step-up.routes.ts'

const SENTENCES = {
  'no-such-member': 'That member is not in your organization.',
  'no-such-provider': 'Your organization has no sign-in of its own here.',
  'subject-missing': 'Type what the provider calls them, in at most 255 characters.',
  'linked-already': 'That account, or that member, is connected already.',
} as const

/** Which account of an organization's provider is which member's: for members themselves, and for administrators. */
export const signOnLinksRoutes = ({
  publicOrigin,
  ...means
}: {
  asActor: AsActor
  keys: SignOnKeys
  publicOrigin: string | undefined
}): Hono<Env> => {
  const { asActor } = means
  const routes = new Hono<Env>()

  // A form, and then a link by hand: another site can have a browser do neither for a member who is signed in.
  routes.post('/account/sign-on/link', requireMember(), requireStepUp, async (c) => {
    const { actor, organizationName } = c.get('signedIn')
    const own = await findOwnLink(actor, asActor)
    const uri = redirectUri(publicOrigin, c)
    if (!own || !uri) return c.notFound()
    const begun = await beginSignOn(actor, means, {
      provider: own.provider.id,
      redirectUri: uri,
      anew: false,
    })
    const frame = c.get('frame')
    if (isRefusal(begun)) {
      const sentence = signOnSentence(begun.refused, organizationName)
      return c.html(SignOnTroublePage({ frame, title: 'Not connected', sentence }), 403)
    }
    startAttempt(publicOrigin, c, { kind: 'link', secret: begun.secret })
    return c.html(GoToProviderPage({ frame, name: begun.name, address: begun.address.href }))
  })

  routes.post('/account/sign-on/remove', requireMember(), requireStepUp, async (c) => {
    const { actor } = c.get('signedIn')
    await unlinkSignOn(actor, asActor, { memberId: actor.memberId })
    return c.redirect('/account/passkeys', 303)
  })

  const linksPage = async (c: Context<Env & MemberEnv>, error?: LinksProps['error']) => {
    const { actor, organizationName } = c.get('signedIn')
    const links = await listLinks(actor, asActor)
    return LinksPage({
      frame: c.get('frame'),
      organizationName,
      issuer: links?.provider.issuer,
      members: links?.members ?? [],
      ...(error ? { error } : {}),
    })
  }

  routes.get('/sign-on/members', requireMember('administrator'), async (c) => c.html(await linksPage(c)))

  routes.post('/sign-on/members', requireMember('administrator'), requireStepUp, async (c) => {
    const form = await formFields(c)
    const [memberId, subject] = [firstOf(form, 'member'), firstOf(form, 'subject')]
    const done = await linkSignOn(c.get('signedIn').actor, asActor, { memberId, subject })
    if (!isRefusal(done)) return c.redirect('/sign-on/members', 303)
    const error = { memberId, subject, sentence: SENTENCES[done.refused] }
    return c.html(await linksPage(c, error), 422)
  })

  routes.post('/sign-on/members/remove', requireMember('administrator'), requireStepUp, async (c) => {
    const memberId = firstOf(await formFields(c), 'member')
    await unlinkSignOn(c.get('signedIn').actor, asActor, { memberId })
    return c.redirect('/sign-on/members', 303)
  })

  return routes
}
