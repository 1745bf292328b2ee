import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember, requireStepUp } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { fileHeaders } from '#platform/files/file-kinds.ts'
import { type FormFields, firstOf, formFields, formFile } from '#platform/http/form-body.ts'
import { agreementPdf } from './agreement-pdf.ts'
import { endAgreement } from './end-agreement.ts'
import { findAgreement, openDocument } from './find-agreement.ts'
import { KeptAgreementPage } from './kept-agreement.page.tsx'
import { renewAgreement } from './renew-agreement.ts'
import { addDocument, attestSignedPaper, MOST_DOCUMENTS, signAgreement } from './sign-agreement.ts'
import { signatoryOf } from './signatory.ts'
import { ANSWERING } from './who-answers.ts'

type In = Context<Env & MemberEnv>
type Form = { fields?: FormFields; errors?: Readonly<Record<string, string>> }

/** Where a file of an agreement is sent to: it is larger than a form. */
export const isAgreementUpload = (path: string): boolean =>
  /^\/agreements\/kept\/[^/]+\/(paper|documents)$/.test(path)

/** Each refusal at the field that puts it right. */
const REFUSED: Readonly<Record<string, readonly [field: string, sentence: string]>> = {
  'no-file': ['file', 'Choose a file first.'],
  'too-large': ['file', 'The file is larger than 6 MB. Scan it in fewer colors, or page by page.'],
  'wrong-kind': ['file', 'This is no PDF, JPEG or PNG, or it is broken. Choose another file.'],
  'too-many': ['file', `There are ${MOST_DOCUMENTS} files already. Put several pages into one PDF.`],
  'no-title': ['title', 'Write what the file is.'],
  'no-signatory': ['signatory', 'Write who signed, by name and title.'],
  'words-changed': ['may', 'These are not the words that you read. Read them again, then sign.'],
}

/** What is done with one agreement. */
export const keptAgreementRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const anyMember = requireMember()
  const answering = requireMember(...ANSWERING)

  const find = (c: In, id = c.req.param('id') ?? '') =>
    isId(id) ? findAgreement(asActor, c.get('signedIn').actor, id, new Date()) : undefined

  const show = async (c: In, form: Form = {}) => {
    const agreement = await find(c)
    if (!agreement) return c.notFound()
    const { actor, timeZone } = c.get('signedIn')
    const page = KeptAgreementPage({
      frame: c.get('frame'),
      agreement,
      nextId: newId(),
      organizationId: actor.organizationId,
      signatory: signatoryOf(c.get('signedIn')),
      said: c.req.query('said'),
      now: new Date(),
      zone: timeZone,
      ...form,
    })
    return c.html(page, form.errors ? 422 : 200)
  }

  /** Back to the page after an act, or to its form with what is wrong. */
  const after = async (
    c: In,
    done: {
      readonly id?: string
      readonly refused?: string
      readonly fields?: Readonly<Record<string, string>>
    },
    { said, fields, fileField = 'file' }: { said: string; fields: FormFields; fileField?: string },
  ) => {
    if (!done.refused) return c.redirect(`/agreements/kept/${c.req.param('id')}?said=${said}`, 303)
    if (done.fields) return show(c, { fields, errors: done.fields })
    const [field, sentence] = REFUSED[done.refused] ?? []
    if (!field || !sentence) return c.notFound()
    return show(c, { fields, errors: { [field === 'file' ? fileField : field]: sentence } })
  }

  routes.get('/agreements/kept/:id', anyMember, (c) => show(c))

  routes.get('/agreements/kept/:id/agreement.pdf', anyMember, async (c) => {
    const agreement = await find(c)
    if (!agreement) return c.notFound()
    return c.body(new Uint8Array(await agreementPdf(agreement, c.get('signedIn').timeZone)), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${agreement.kind}.pdf"`,
    })
  })

  routes.post('/agreements/kept/:id/sign', answering, requireStepUp, async (c) => {
    const fields = await formFields(c)
    const agreement = await find(c)
    if (!agreement) return c.notFound()
    if (firstOf(fields, 'may') !== 'yes')
      return show(c, {
        fields,
        errors: { may: 'Say that you may sign it. If you may not, ask whoever can.' },
      })
    const { actor } = c.get('signedIn')
    const signed = { signatory: signatoryOf(c.get('signedIn')), sha256: firstOf(fields, 'sha256') }
    const done = await signAgreement(asActor, actor, { id: agreement.id, ...signed })
    return after(c, isRefusal(done) ? done : {}, { said: 'signed', fields })
  })

  routes.post('/agreements/kept/:id/paper', answering, async (c) => {
    const fields = await formFields(c)
    const agreement = await find(c)
    if (!agreement) return c.notFound()
    const done = await attestSignedPaper(asActor, c.get('signedIn').actor, {
      id: agreement.id,
      organizationId: firstOf(fields, 'organization'),
      signatory: firstOf(fields, 'signatory').slice(0, 200),
      file: await formFile(c, 'scan'),
    })
    return after(c, isRefusal(done) ? done : {}, { said: 'signed', fields, fileField: 'scan' })
  })

  routes.post('/agreements/kept/:id/documents', answering, async (c) => {
    const fields = await formFields(c)
    const agreement = await find(c)
    if (!agreement) return c.notFound()
    const title = firstOf(fields, 'title').slice(0, 120)
    const sent = { id: agreement.id, title, file: await formFile(c, 'file') }
    const done = await addDocument(asActor, c.get('signedIn').actor, sent)
    return after(c, isRefusal(done) ? done : {}, { said: 'document', fields })
  })

  routes.get('/agreements/kept/:id/documents/:document', anyMember, async (c) => {
    const { id, document: documentId } = c.req.param()
    if (!isId(id) || !isId(documentId)) return c.notFound()
    const found = await openDocument(asActor, c.get('signedIn').actor, { id, documentId })
    if (!found) return c.notFound()
    return c.body(new Uint8Array(found.content), 200, fileHeaders(found.mediaType, 'document'))
  })

  routes.post('/agreements/kept/:id/renew', answering, async (c) => {
    const agreement = await find(c)
    if (!agreement) return c.notFound()
    const fields = await formFields(c)
    const given = firstOf(fields, 'id')
    const { actor, timeZone } = c.get('signedIn')
    const next = { id: agreement.id, nextId: isId(given) ? given : newId(), zone: timeZone }
    const done = await renewAgreement(asActor, actor, next)
    if (!isRefusal(done)) return c.redirect(`/agreements/kept/${done.id}?said=sent`, 303)
    // Its words would be refused today, as where a party is gone: whoever renews it sees why on the form.
    return done.refused === 'not-whole'
      ? c.redirect(`/agreements/new?after=${agreement.id}`, 303)
      : c.notFound()
  })

  routes.post('/agreements/kept/:id/end', answering, async (c) => {
    const fields = await formFields(c)
    const agreement = await find(c)
    if (!agreement) return c.notFound()
    const ending = { id: agreement.id, because: firstOf(fields, 'because') }
    const done = await endAgreement(asActor, c.get('signedIn').actor, ending)
    return after(c, isRefusal(done) ? done : {}, { said: 'ended', fields })
  })

  return routes
}
