import { type Context, Hono } from 'hono'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import type { Env, MemberEnv } from './env.ts'
import type { TypedFacts } from './facts-fields.page.tsx'
import { InvitePage } from './invite.page.tsx'
import { inviteMember, resendInvitation, takeBackInvitation } from './invite-member.ts'
import {
  askForNewPassword,
  changeMember,
  closeMember,
  findMember,
  letBeginAgain,
  openMember,
  releaseMember,
  signMemberOut,
} from './keep-member.ts'
import { listMembers, readMemberSearch } from './list-members.ts'
import { MEMBER_NEWS, MemberPage } from './member.page.tsx'
import { MEMBERS_NEWS, MembersPage } from './members.page.tsx'
import { requireMember } from './require-member.routes.ts'
import type { TracedMember } from './signed-in.ts'
import { requireStepUp } from './step-up.routes.ts'

type Keep = (actor: TracedMember, asActor: AsActor, id: string) => Promise<object | Refusal>

const factsOf = (form: FormFields): TypedFacts => ({
  name: firstOf(form, 'name'),
  title: firstOf(form, 'title'),
  roles: form.roles ?? [],
})

const newsOf = <News extends string>(
  list: Record<News, string>,
  word: string | undefined,
): News | undefined => (word !== undefined && Object.hasOwn(list, word) ? (word as News) : undefined)

/** For administrators: the accounts of their own organization. */
export const membersRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env & MemberEnv>()
  const keeper = requireMember('administrator')

  routes.get('/members', keeper, async (c) => {
    const { actor, organizationName, timeZone: zone } = c.get('signedIn')
    const search = readMemberSearch((name) => c.req.query(name))
    return c.html(
      MembersPage({
        frame: c.get('frame'),
        organizationName,
        list: await listMembers(actor, asActor, search),
        search,
        news: newsOf(MEMBERS_NEWS, c.req.query('said')),
        now: new Date(),
        zone,
      }),
    )
  })

  const invitePage = (
    c: Context<Env & MemberEnv>,
    { id, form, errors = {} }: { id: string; form: FormFields; errors?: Readonly<Record<string, string>> },
  ) => {
    const facts = { ...factsOf(form), email: firstOf(form, 'email') }
    const { organizationName } = c.get('signedIn')
    return InvitePage({ frame: c.get('frame'), organizationName, id, facts, errors })
  }

  routes.get('/members/invite', keeper, (c) => c.html(invitePage(c, { id: newId(), form: {} })))

  routes.post('/members/invite', keeper, requireStepUp, async (c) => {
    const form = await formFields(c)
    const sent = firstOf(form, 'id')
    const id = isId(sent) ? sent : newId<'invitation'>()
    const input = { id, ...factsOf(form), email: firstOf(form, 'email') }
    const answer = await inviteMember(c.get('signedIn').actor, asActor, input)
    if (!isRefusal(answer)) return c.redirect('/members?said=invited', 303)
    return c.html(invitePage(c, { id, form, errors: { ...answer.fields } }), 422)
  })

  routes.post('/members/invitations/:invitation/resend', keeper, requireStepUp, async (c) => {
    const done = await resendInvitation(c.get('signedIn').actor, asActor, c.req.param('invitation'))
    return c.redirect(`/members?said=${isRefusal(done) ? 'invitation-gone' : 'resent'}`, 303)
  })

  routes.post('/members/invitations/:invitation/take-back', keeper, async (c) => {
    const done = await takeBackInvitation(c.get('signedIn').actor, asActor, c.req.param('invitation'))
    return c.redirect(`/members?said=${isRefusal(done) ? 'invitation-gone' : 'taken-back'}`, 303)
  })

  const memberPage = async (
    c: Context<Env & MemberEnv>,
    typed?: { facts: TypedFacts; errors: Readonly<Record<string, string>> },
  ) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const account = await findMember(actor, asActor, c.req.param('member') ?? '')
    return (
      account &&
      MemberPage({
        frame: c.get('frame'),
        account,
        isOwn: account.id === actor.memberId,
        news: newsOf(MEMBER_NEWS, c.req.query('said')),
        now: new Date(),
        zone,
        ...typed,
      })
    )
  }

  routes.get('/members/:member', keeper, async (c) => {
    const page = await memberPage(c)
    return page ? c.html(page) : c.notFound()
  })

  routes.post('/members/:member', keeper, requireStepUp, async (c) => {
    const id = c.req.param('member')
    const facts = factsOf(await formFields(c))
    const answer = await changeMember(c.get('signedIn').actor, asActor, id, facts)
    if (!isRefusal(answer)) return c.redirect(`/members/${id}?said=changed`, 303)
    if (answer.refused !== 'facts-wrong') return c.notFound()
    const page = await memberPage(c, { facts, errors: { ...answer.fields } })
    return page ? c.html(page, 422) : c.notFound()
  })

  const act = (verb: Keep, news: keyof typeof MEMBER_NEWS) => async (c: Context<Env & MemberEnv>) => {
    const id = c.req.param('member') ?? ''
    const answer = await verb(c.get('signedIn').actor, asActor, id)
    return isRefusal(answer) ? c.notFound() : c.redirect(`/members/${id}?said=${news}`, 303)
  }
  // Shutting somebody out waits for no code.
  routes.post('/members/:member/close', keeper, act(closeMember, 'closed'))
  routes.post('/members/:member/sign-out', keeper, act(signMemberOut, 'signed-out'))
  routes.post('/members/:member/open', keeper, requireStepUp, act(openMember, 'opened'))
  routes.post('/members/:member/release', keeper, requireStepUp, act(releaseMember, 'released'))
  routes.post('/members/:member/new-password', keeper, requireStepUp, act(askForNewPassword, 'new-password'))
  routes.post('/members/:member/begin-again', keeper, requireStepUp, act(letBeginAgain, 'begin-again'))

  return routes as unknown as Hono<Env>
}
