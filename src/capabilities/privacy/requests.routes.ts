import { type Context, Hono } from 'hono'
import type { Env, MemberEnv } from '#identity'
import { isId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import {
  answerPrivacyRequest,
  extendPrivacyRequest,
  findPrivacyRequest,
  listPrivacyRequests,
  OUTCOMES,
  type PrivacyOutcome,
  type PrivacyRequest,
  type PrivacyRequestKind,
  takePrivacyRequest,
} from '#my-record'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { pageOf } from './page-of.ts'
import { readAccounting } from './read-ledger.ts'
import { RequestPage } from './request.page.tsx'
import { RequestsPage } from './requests.page.tsx'
import { requireOffice } from './require-office.routes.ts'

type In = Context<Env & MemberEnv>

const SENTENCES: Readonly<Record<string, { readonly field: string; readonly message: string }>> = {
  'wrong-outcome': { field: 'outcome', message: 'Choose what you decide.' },
  'must-agree': { field: 'outcome', message: 'They paid for it themselves: you must agree.' },
  'words-missing': { field: 'words', message: 'Write what they are told.' },
  'answered-before': { field: 'asked', message: 'It was answered before.' },
}

/** What people asked of the office: taking it, putting an accounting off once, answering for good. */
export const requestRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.get('/privacy/requests', requireOffice, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const kind = kindOf(c.req.query('kind') ?? '')
    const requests = (await listPrivacyRequests(asActor, actor)).filter(
      (one) => kind === '' || one.kind === kind,
    )
    return c.html(
      RequestsPage({
        frame: c.get('frame'),
        kind,
        waiting: requests.filter(({ answeredAt }) => !answeredAt),
        answered: pageOf(
          requests.filter(({ answeredAt }) => answeredAt),
          c.req.query('page'),
        ),
        now: new Date(),
        zone: timeZone,
      }),
    )
  })

  /** What has to be given, read anew each time: that it was looked at is in the record. */
  const accountingOf = async (c: In, { kind, personId, tellsFrom, askedAt }: PrivacyRequest) => {
    if (kind !== 'accounting' || personId === null) return undefined
    const about = { personId, from: tellsFrom, before: askedAt }
    return readAccounting(asActor, c.get('signedIn').actor, about)
  }

  const page = async (c: In, fields: FormFields = {}, errors: Record<string, string> = {}) => {
    const { actor, timeZone } = c.get('signedIn')
    const id = c.req.param('id')
    const request = isId(id) ? await findPrivacyRequest(asActor, actor, id) : undefined
    if (!request) return c.notFound()
    const made = RequestPage({
      frame: c.get('frame'),
      request,
      accounting: await accountingOf(c, request),
      isOwn: request.takenBy?.memberId === actor.memberId,
      ...{ fields, errors, now: new Date(), zone: timeZone },
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  const after = (c: In, id: string, fields: FormFields, done: object | Refusal) => {
    if (!isRefusal(done)) return c.redirect(`/privacy/requests/${id}`, 303)
    if (done.refused === 'not-found') return c.notFound()
    const { field, message } = SENTENCES[done.refused] ?? { field: 'asked', message: 'This cannot be done.' }
    return page(c, fields, { [field]: message })
  }

  routes.get('/privacy/requests/:id', requireOffice, (c) => page(c))

  routes.post('/privacy/requests/:id/take', requireOffice, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    return after(c, id, {}, await takePrivacyRequest(asActor, c.get('signedIn').actor, id))
  })

  routes.post('/privacy/requests/:id/answer', requireOffice, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const fields = await formFields(c)
    const answer = {
      outcome: firstOf(fields, 'outcome') as PrivacyOutcome,
      words: firstOf(fields, 'words').slice(0, 4000),
    }
    return after(c, id, fields, await answerPrivacyRequest(asActor, c.get('signedIn').actor, id, answer))
  })

  routes.post('/privacy/requests/:id/extend', requireOffice, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const fields = await formFields(c)
    const because = firstOf(fields, 'because').slice(0, 1000)
    if (because === '') return page(c, fields, { because: 'Write why, in words for the person who asked.' })
    const done = await extendPrivacyRequest(asActor, c.get('signedIn').actor, id, because)
    if (!isRefusal(done) || done.refused === 'not-found') return after(c, id, fields, done)
    return page(c, fields, { because: 'Only an accounting can be put off, and only once.' })
  })

  return routes
}

const kindOf = (text: string): PrivacyRequestKind | '' =>
  Object.hasOwn(OUTCOMES, text) ? (text as PrivacyRequestKind) : ''
