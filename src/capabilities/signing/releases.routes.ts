import { type Context, Hono } from 'hono'
import { followsCases } from '#charges'
import { listSignedReleases, type SignedCopy, stopRelease } from '#consent'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { listServed } from '#referrals'
import { findCopy } from './find-copy.ts'
import { findPerson, PURPOSE } from './find-person.ts'
import { listScans } from './keep-scan.ts'
import { PeoplePage, PersonReleasesPage } from './people.page.tsx'
import { ReleaseCopyPage, SignedPage } from './release-copy.page.tsx'
import { copyPdf } from './release-pdf.ts'
import { scansRoutes } from './scans.routes.ts'
import { leaveNote } from './send-note.ts'
import { backOf, pdf, placeOf, SIGN_WITH } from './signing.routes.ts'
import { beginSigning } from './signing-draft.ts'
import { stepPath } from './signing-frame.page.tsx'
import { SIGNING_WORDS } from './signing-words.ts'

type In = Context<Env & MemberEnv>

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

/** What people signed with one's organization: to begin one, to show it again, to copy it, and to stop it. */
export const releasesRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember(...SIGN_WITH)
  const reader = (c: In) => ({ frame: c.get('frame'), now: new Date(), zone: c.get('signedIn').timeZone })

  const copyOf = (c: In) => findCopy(asActor, c.get('signedIn').actor, c.req.param('id'))

  const showCopy = async (c: In, copy: SignedCopy, error?: string): Promise<Response> => {
    const said = (['stopped', 'kept'] as const).find((one) => one === c.req.query('said'))
    const scans =
      copy.signature.how === 'paper' ? await listScans(asActor, c.get('signedIn').actor, copy.id) : undefined
    return c.html(ReleaseCopyPage({ ...reader(c), copy, scans, said, error }), error ? 422 : 200)
  }

  routes.get('/releases', member, async (c) => {
    const people = await listServed(asActor, c.get('signedIn').actor, { purpose: PURPOSE })
    return c.html(PeoplePage({ ...reader(c), people }))
  })

  routes.get('/releases/people/:person', member, async (c) => {
    const { actor } = c.get('signedIn')
    const person = await findPerson(asActor, actor, c.req.param('person'))
    if (!person) return c.notFound()
    const releases = await asActor(actor, (tx) => listSignedReleases(tx, { personId: person.personId }))
    return c.html(
      PersonReleasesPage({
        ...reader(c),
        person,
        releases: releases.filter(({ from }) => from.id === actor.organizationId),
        newReleaseId: newId(),
        stopped: c.req.query('said') === 'stopped',
        charges: followsCases(actor.roles),
      }),
    )
  })

  routes.post('/releases/begin', member, async (c) => {
    const fields = await formFields(c)
    const id = firstOf(fields, 'id')
    const person = await findPerson(asActor, c.get('signedIn').actor, firstOf(fields, 'person'))
    if (!person || !isId(id)) return c.notFound()
    const known = { personName: person.name ? [person.name] : [], back: [backOf(firstOf(fields, 'back'))] }
    await beginSigning(asActor, placeOf(c), { id, personId: person.personId, fields: known })
    return c.redirect(stepPath(id, 'start'), 303)
  })

  const signedPage = (c: In, copy: SignedCopy, wrong: { email?: string; error?: string } = {}) =>
    c.html(
      SignedPage({
        ...reader(c),
        copy,
        back: backOf(c.req.query('back')),
        noteId: newId(),
        noteSent: c.req.query('note') === 'sent',
        ...wrong,
      }),
      wrong.error ? 422 : 200,
    )

  routes.get('/releases/:id', member, async (c) => {
    const copy = await copyOf(c)
    if (!copy) return c.notFound()
    // Whoever holds a tablet that was handed to them reads their copy, never the page of those who gave it.
    if (c.req.query('signed') || c.get('signedIn').handedOver) return signedPage(c, copy)
    return showCopy(c, copy)
  })

  routes.get('/releases/:id/copy.pdf', member, async (c) => {
    const copy = await copyOf(c)
    return copy ? pdf(c, await copyPdf(copy, c.get('signedIn').timeZone)) : c.notFound()
  })

  routes.post('/releases/:id/note', member, async (c) => {
    const copy = await copyOf(c)
    if (!copy) return c.notFound()
    const fields = await formFields(c)
    const [email, sent, back] = ['email', 'id', 'back'].map((name) => firstOf(fields, name))
    const { language } = copy.form
    if (!email || email.length > 200 || !EMAIL.test(email))
      return signedPage(c, copy, { email: email ?? '', error: SIGNING_WORDS[language].copy.emailBad })
    const messageId = isId(sent) ? sent : newId<'message'>()
    await leaveNote(asActor, c.get('signedIn').actor, { releaseId: copy.id, messageId, to: email, language })
    const query = new URLSearchParams({ signed: 'yes', note: 'sent', back: backOf(back) })
    return c.redirect(`/releases/${copy.id}?${query}`, 303)
  })

  routes.post('/releases/:id/stop/:line', member, async (c) => {
    const lineId = c.req.param('line')
    const copy = await copyOf(c)
    if (!copy || !isId(lineId)) return c.notFound()
    const back = new URL(backOf(firstOf(await formFields(c), 'back')), 'http://here.invalid')
    await stopRelease(asActor, c.get('signedIn').actor, { lineId, releaseId: copy.id, how: 'oral' })
    back.searchParams.set('said', 'stopped')
    return c.redirect(back.pathname + back.search, 303)
  })

  routes.route('/', scansRoutes({ asActor, showCopy }))
  return routes
}
