import { type Context, Hono } from 'hono'
import { listSignedReleases } from '#consent'
import { AS_IT_IS, keepsWords } from '#design'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { dayAt } from '#kernel/calendar-day.ts'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { localPath } from '#platform/http/local-path.ts'
import { readAttest } from './attest-paper.ts'
import { finishSigning, formOf } from './finish-signing.ts'
import { MemberStepPage } from './member-steps.page.tsx'
import { NotTodayPage } from './not-today.page.tsx'
import { AttestPage, PaperPage } from './paper.page.tsx'
import { PersonStepPage } from './person-steps.page.tsx'
import { paperPdf } from './release-pdf.ts'
import { SignPage } from './sign.page.tsx'
import { readSignature } from './signature.ts'
import { hasParent } from './signer.ts'
import { languageOf, type Signing } from './signing.ts'
import { dropSigning, findSigning, keepAnswers, type SigningPlace } from './signing-draft.ts'
import { findingsOf } from './signing-findings.ts'
import { personPaths, type StepProps, stepPath } from './signing-frame.page.tsx'
import { firstUnanswered, partOf, problemsOf, type Step, stepsOf, withAnswers } from './signing-steps.ts'
import { SIGNING_WORDS } from './signing-words.ts'

/** Who sits with a person while they sign. Police and courts never do (P2-017). */
export const SIGN_WITH = ['provider', 'harm-reduction', 'navigator', 'case-manager'] as const

type In = Context<Env & MemberEnv>
type Found = Signing & { readonly expiresAt: Date }

export const placeOf = (c: In): SigningPlace => {
  const { actor, organizationName, timeZone } = c.get('signedIn')
  return { actor, organizationName, timeZone }
}

/** The way to a signature: each step a form that answers with the next, or comes back with what is missing. */
export const signingRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember(...SIGN_WITH)

  const find = async (c: In): Promise<Found | undefined> => {
    const id = c.req.param('id')
    return isId(id) ? findSigning(asActor, placeOf(c), id) : undefined
  }

  /** Whoever comes to a step of a release that is signed already is shown that it is. */
  const signedOrNothing = async (c: In) => {
    const id = c.req.param('id')
    const { actor } = c.get('signedIn')
    const copy = isId(id)
      ? (await asActor(actor, (tx) => listSignedReleases(tx, { releaseId: id })))[0]
      : undefined
    return copy?.from.id === actor.organizationId ? c.redirect(signedPath(copy.id), 303) : c.notFound()
  }

  const page = (c: In, signing: Signing, step: Step, wrong: Pick<StepProps, 'sent' | 'errors'> = {}) => {
    const props = { frame: c.get('frame'), signing, step, ...wrong }
    const made =
      step === 'sign'
        ? SignPage({ ...props, form: formOf(signing) })
        : partOf(step) === undefined
          ? MemberStepPage(props)
          : PersonStepPage(props)
    return c.html(made, wrong.errors ? 422 : 200)
  }

  routes.get('/signing/not-today', member, (c) => {
    const lang = c.req.query('lang') === 'es' ? 'es' : 'en'
    return c.html(NotTodayPage({ frame: c.get('frame'), lang, back: backOf(c.req.query('back')) }))
  })

  routes.get('/signing/:id/paper', member, async (c) => {
    const signing = await find(c)
    if (!signing) return signedOrNothing(c)
    const unanswered = firstUnanswered(signing, 'sign')
    if (unanswered) return c.redirect(stepPath(signing.id, unanswered), 303)
    return c.html(PaperPage({ frame: c.get('frame'), signing, form: formOf(signing) }))
  })

  routes.get('/signing/:id/paper.pdf', member, async (c) => {
    const signing = await find(c)
    if (!signing || firstUnanswered(signing, 'sign')) return c.notFound()
    return pdf(
      c,
      await paperPdf(formOf(signing), new Date(`${signing.startedOn}T12:00:00Z`), hasParent(signing)),
    )
  })

  routes.get('/signing/:id/attest', member, async (c) => {
    const signing = await find(c)
    if (!signing) return signedOrNothing(c)
    const unanswered = firstUnanswered(signing, 'sign')
    if (unanswered) return c.redirect(stepPath(signing.id, unanswered), 303)
    const [year = '', month = '', day = ''] = dayAt(new Date(), c.get('signedIn').timeZone).split('-')
    const fields = { 'signedOn-year': [year], 'signedOn-month': [month], 'signedOn-day': [day] }
    return c.html(AttestPage({ frame: c.get('frame'), signing, form: formOf(signing), fields }))
  })

  routes.post('/signing/:id/attest', member, async (c) => {
    const signing = await find(c)
    if (!signing) return signedOrNothing(c)
    if (firstUnanswered(signing, 'sign')) return c.redirect(stepPath(signing.id, 'sign'), 303)
    const fields = await formFields(c)
    const back = (errors: Readonly<Record<string, string>>) =>
      c.html(AttestPage({ frame: c.get('frame'), signing, form: formOf(signing), fields, errors }), 422)
    const [place, now] = [placeOf(c), new Date()]
    const { timeZone: zone } = place
    const today = dayAt(now, zone)
    const read = readAttest(fields, { startedOn: signing.startedOn, today, now, zone })
    if ('errors' in read) return back(read.errors)
    const answered = { ...signing, fields: withAnswers(signing, 'sign', fields) }
    const act = {
      signature: { how: 'paper' },
      signedAt: read.signedAt,
      shown: firstOf(fields, 'shown'),
    } as const
    const signed = await finishSigning(asActor, place, answered, act)
    if ('id' in signed) return c.redirect(`/releases/${signed.id}`, 303)
    return back({
      holds:
        signed.refused === 'words-changed'
          ? 'The words changed since this page was opened: its code is another now. Compare it with the paper once more.'
          : 'This cannot be recorded as it is. Go back through the steps, or ask the privacy officer.',
    })
  })

  routes.get('/signing/:id/:step', member, async (c) => {
    const signing = await find(c)
    if (!signing) return signedOrNothing(c)
    const step = stepsOf(signing).find((one) => one === c.req.param('step'))
    const unanswered = firstUnanswered(signing, step ?? 'sign')
    if (!step || unanswered) return c.redirect(stepPath(signing.id, unanswered ?? 'sign'), 303)
    return page(c, signing, step)
  })

  routes.post('/signing/:id/:step', member, async (c) => {
    const signing = await find(c)
    if (!signing) return signedOrNothing(c)
    const steps = stepsOf(signing)
    const step = steps.find((one) => one === c.req.param('step'))
    if (!step) return c.redirect(stepPath(signing.id, firstUnanswered(signing, 'sign') ?? 'sign'), 303)
    const { actor } = c.get('signedIn')
    const sent = await formFields(c)
    const go = firstOf(sent, 'go')
    if (go === 'leave') {
      await dropSigning(asActor, actor, signing.id)
      const back = backOf(firstOf(signing.fields, 'back'))
      // Before the person had the tablet, it is the member who stops.
      if (partOf(step) === undefined) return c.redirect(back, 303)
      const query = new URLSearchParams({ lang: languageOf(signing), back })
      return c.redirect(`/signing/not-today?${query}`, 303)
    }
    const answered = withLanguage({ ...signing, fields: withAnswers(signing, step, sent) }, go)
    await keepAnswers(asActor, actor, answered)
    if (go === 'en' || go === 'es') return c.redirect(stepPath(signing.id, step), 303)
    if (go === 'back')
      return c.redirect(stepPath(signing.id, steps[Math.max(0, steps.indexOf(step) - 1)] ?? 'start'), 303)
    const problems = problemsOf(answered, step)
    if (!keepsWords(findingsOf(answered, step), firstOf(sent, AS_IT_IS)))
      problems['words-keep'] = SIGNING_WORDS[partOf(step) ? languageOf(answered) : 'en'].keepWords
    if (step === 'sign') return sign(c, answered, sent, problems)
    if (Object.keys(problems).length > 0) return page(c, answered, step, { sent, errors: problems })
    if (step === 'ready')
      await c.get('handOver')({
        within: personPaths(signing.id),
        back: backOf(firstOf(signing.fields, 'back')),
      })
    const next = stepsOf(answered)
    return c.redirect(stepPath(signing.id, next[next.indexOf(step) + 1] ?? 'sign'), 303)
  })

  const sign = async (c: In, signing: Signing, sent: FormFields, problems: Record<string, string>) => {
    const unanswered = firstUnanswered(signing, 'sign')
    if (unanswered) return c.redirect(stepPath(signing.id, unanswered), 303)
    const words = SIGNING_WORDS[languageOf(signing)].sign
    const read = readSignature(sent, words, hasParent(signing))
    const errors = { ...problems, ...('errors' in read ? read.errors : {}) }
    if ('errors' in read || Object.keys(errors).length > 0) return page(c, signing, 'sign', { sent, errors })
    const act = {
      signature: read.signature,
      second: read.second,
      signedAt: new Date(),
      shown: firstOf(sent, 'shown'),
    }
    const signed = await finishSigning(asActor, placeOf(c), signing, act)
    if ('id' in signed) return c.redirect(signedPath(signed.id, firstOf(signing.fields, 'back')), 303)
    if (signed.refused === 'words-changed')
      return page(c, signing, 'sign', {
        sent: { ...sent, agree: [] },
        errors: { 'form-words': words.changed },
      })
    return page(c, signing, 'sign', { sent, errors: { signature: words.refused } })
  }

  return routes
}

const withLanguage = (signing: Signing, go: string): Signing =>
  go === 'en' || go === 'es' ? { ...signing, fields: { ...signing.fields, lang: [go] } } : signing

/** Where the tablet goes back to: a page of ours, or the list of people. */
export const backOf = (given: string | undefined): string => localPath(given) ?? '/releases'

const signedPath = (id: string, back = ''): string =>
  `/releases/${id}?${new URLSearchParams({ signed: 'yes', ...(back ? { back } : {}) })}`

/** A file that is shown in the browser, and kept nowhere on the way. Its name says nothing of whom. */
export const pdf = (c: In, bytes: Buffer): Response =>
  c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'inline; filename="copy.pdf"',
  })
