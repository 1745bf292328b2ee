import { type Context, Hono } from 'hono'
import { type Env, getCounty, type MemberEnv, requireMember } from '#identity'
import { isId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { localPath } from '#platform/http/local-path.ts'
import { acceptAgreement, wordsOf } from './accept-agreement.ts'
import { AcceptedPage, AgreementPage } from './agreement.page.tsx'
import { isAgreementKind, neededBy } from './agreement.ts'
import { AgreementsPage } from './agreements.page.tsx'
import { AttestPage } from './attest.page.tsx'
import { attestGoldenRule, findOwnStanding } from './attest-golden-rule.ts'
import { findAccepted, listAgreements } from './list-agreements.ts'

type In = Context<Env & MemberEnv>

/** What organizations accept, and what each member attests to. */
export const agreementRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const anyMember = requireMember()
  const acceptor = requireMember('administrator', 'manager')

  routes.get('/agreements', anyMember, async (c) => {
    const { actor, organizationName, timeZone, ...flags } = c.get('signedIn')
    const { accepted, attested } = await listAgreements(asActor, actor)
    return c.html(
      AgreementsPage({
        frame: c.get('frame'),
        organizationName,
        needed: neededBy(flags),
        accepted,
        attested,
        own: await findOwnStanding(asActor, actor),
        mayAccept: mayAccept(c),
        justAccepted: c.req.query('accepted') === '1',
        now: new Date(),
        zone: timeZone,
      }),
    )
  })

  const wordsPage = async (c: In, form: { fields?: FormFields; errors?: Record<string, string> } = {}) => {
    const kind = c.req.param('kind') ?? ''
    const signedIn = c.get('signedIn')
    const { actor } = signedIn
    if (!isAgreementKind(kind) || !neededBy(signedIn).includes(kind)) return c.notFound()
    const { text, countyName } = await asActor(actor, async (tx) => ({
      text: (await wordsOf(tx, kind, actor)).text,
      countyName: (await getCounty(tx, actor.jurisdictionId)).name,
    }))
    const made = AgreementPage({
      frame: c.get('frame'),
      kind,
      text,
      organizationName: signedIn.organizationName,
      countyName,
      signatory: mayAccept(c) ? signatoryOf(c) : undefined,
      ...form,
    })
    return c.html(made, form.errors ? 422 : 200)
  }

  routes.get('/agreements/:kind', anyMember, (c) => wordsPage(c))

  routes.post('/agreements/:kind', acceptor, async (c) => {
    const kind = c.req.param('kind')
    const signedIn = c.get('signedIn')
    if (!isAgreementKind(kind) || !neededBy(signedIn).includes(kind)) return c.notFound()
    const fields = await formFields(c)
    const withSignatory = firstOf(fields, 'withSignatory').slice(0, 200)
    const may = firstOf(fields, 'may') === 'yes'
    const errors = {
      ...(kind === 'qsoa' && !withSignatory
        ? { withSignatory: 'Write who signs for the other side, by name and title.' }
        : {}),
      ...(may ? {} : { may: 'Say that you may accept it. If you may not, ask whoever can.' }),
    }
    if (Object.keys(errors).length > 0) return wordsPage(c, { fields, errors })
    const done = await acceptAgreement(asActor, signedIn.actor, kind, {
      signatory: signatoryOf(c),
      withSignatory,
    })
    return isRefusal(done)
      ? wordsPage(c, { fields, errors: { ...done.fields } })
      : c.redirect('/agreements?accepted=1', 303)
  })

  routes.get('/agreements/accepted/:id', anyMember, async (c) => {
    const id = c.req.param('id')
    const { actor, timeZone } = c.get('signedIn')
    const accepted = isId(id) ? await findAccepted(asActor, actor, id) : undefined
    if (!accepted) return c.notFound()
    return c.html(AcceptedPage({ frame: c.get('frame'), accepted, now: new Date(), zone: timeZone }))
  })

  const attestPage = async (c: In, returnTo: string) => {
    const { actor, organizationName, timeZone } = c.get('signedIn')
    const own = await findOwnStanding(asActor, actor)
    return AttestPage({
      frame: c.get('frame'),
      own,
      organizationName,
      returnTo,
      now: new Date(),
      zone: timeZone,
    })
  }

  routes.get('/attest', anyMember, async (c) =>
    c.html(await attestPage(c, goingTo(c, c.req.query('returnTo')))),
  )

  routes.post('/attest', anyMember, async (c) => {
    const returnTo = goingTo(c, firstOf(await formFields(c), 'returnTo'))
    const done = await attestGoldenRule(asActor, c.get('signedIn').actor)
    return isRefusal(done) ? c.html(await attestPage(c, returnTo), 409) : c.redirect(returnTo, 303)
  })

  return routes
}

const mayAccept = (c: In): boolean =>
  c.get('signedIn').actor.roles.some((role) => role === 'administrator' || role === 'manager')

const signatoryOf = (c: In): string => {
  const { name, title } = c.get('signedIn')
  return title ? `${name}, ${title}` : name
}

/** Where a member was going; to the start of their work when nobody said, or said somewhere else. */
const goingTo = (c: In, given: string | undefined): string =>
  localPath(given) ?? c.get('frame').home ?? '/start'
