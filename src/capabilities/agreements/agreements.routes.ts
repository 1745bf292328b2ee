import { type Context, Hono } from 'hono'
import { type Env, getCounty, type MemberEnv, requireMember } from '#identity'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { localPath } from '#platform/http/local-path.ts'
import { AcceptPage } from './accept.page.tsx'
import { acceptAgreement, wordsOf } from './accept-agreement.ts'
import { isOwnKind, neededBy } from './agreement.ts'
import { AttestPage } from './attest.page.tsx'
import { attestGoldenRule, findOwnStanding } from './attest-golden-rule.ts'
import { keptAgreementRoutes } from './kept-agreement.routes.ts'
import { boundBy, listRegister, tasksOf } from './list-agreements.ts'
import { RegisterPage } from './register.page.tsx'
import { readRegisterSearch } from './register-search.ts'
import { signatoryOf } from './signatory.ts'
import { ANSWERING, isAnswering } from './who-answers.ts'
import { writeAgreementRoutes } from './write-agreement.routes.ts'

type In = Context<Env & MemberEnv>

/** The register of agreements, what each organization accepts by itself, and what each member attests to. */
export const agreementRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const anyMember = requireMember()
  const acceptor = requireMember(...ANSWERING)

  routes.get('/agreements', anyMember, async (c) => {
    const { actor, organizationName, jurisdictionName, timeZone, ...flags } = c.get('signedIn')
    const now = new Date()
    const { agreements, drafts, attested } = await listRegister(asActor, actor, now)
    return c.html(
      RegisterPage({
        frame: c.get('frame'),
        organizationName,
        countyName: jurisdictionName,
        needed: neededBy(flags),
        agreements,
        bound: boundBy(agreements, actor.organizationId),
        drafts,
        tasks: tasksOf(agreements, actor.organizationId, now),
        attested,
        own: await findOwnStanding(asActor, actor),
        mayAccept: isAnswering(actor),
        search: readRegisterSearch((name) => c.req.query(name)),
        said: c.req.query('said'),
        now,
        zone: timeZone,
      }),
    )
  })

  routes.route('/', writeAgreementRoutes({ asActor }))
  routes.route('/', keptAgreementRoutes({ asActor }))

  const wordsPage = async (c: In, form: { fields?: FormFields; errors?: Record<string, string> } = {}) => {
    const kind = c.req.param('kind') ?? ''
    const signedIn = c.get('signedIn')
    const { actor } = signedIn
    if (!isOwnKind(kind) || !neededBy(signedIn).includes(kind)) return c.notFound()
    const { text, countyName } = await asActor(actor, async (tx) => ({
      text: (await wordsOf(tx, kind, actor)).text,
      countyName: (await getCounty(tx, actor.jurisdictionId)).name,
    }))
    const made = AcceptPage({
      frame: c.get('frame'),
      kind,
      text,
      organizationName: signedIn.organizationName,
      countyName,
      signatory: isAnswering(actor) ? signatoryOf(signedIn) : undefined,
      ...form,
    })
    return c.html(made, form.errors ? 422 : 200)
  }

  routes.get('/agreements/:kind', anyMember, (c) => wordsPage(c))

  routes.post('/agreements/:kind', acceptor, async (c) => {
    const kind = c.req.param('kind')
    const signedIn = c.get('signedIn')
    if (!isOwnKind(kind) || !neededBy(signedIn).includes(kind)) return c.notFound()
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
      signatory: signatoryOf(signedIn),
      withSignatory,
    })
    return isRefusal(done)
      ? wordsPage(c, { fields, errors: { ...done.fields } })
      : c.redirect('/agreements?said=accepted', 303)
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

/** Where a member was going; to the start of their work when nobody said, or said somewhere else. */
const goingTo = (c: In, given: string | undefined): string =>
  localPath(given) ?? c.get('frame').home ?? '/start'
