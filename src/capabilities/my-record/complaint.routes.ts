import { type Context, Hono } from 'hono'
import { dayName } from '#design'
import { type Env, getCounty, listCounties } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { ComplainedPage, ComplaintPage } from './ask.page.tsx'
import { complain } from './ask-privacy.ts'
import { dueAt } from './privacy-request.ts'
import type { FieldErrors } from './record-frame.page.tsx'
import { lookOf } from './record-session.routes.ts'
import { recordWords } from './record-words.ts'

const HOUR = 60 * 60

/** Complaining without a record, without an account, without a name (42 CFR 2.4, P2-069). */
export const complaintRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const tries = rateLimit(10, HOUR)
  const visitor = (c: Context<Env>) => ({ kind: 'visitor', trace: c.get('actor').trace }) as const

  const page = async (
    c: Context<Env>,
    status: 200 | 422 | 429,
    form: { requestId: string; fields?: FormFields; errors?: FieldErrors },
  ) => {
    const counties = await asActor(visitor(c), listCounties)
    return c.html(ComplaintPage({ look: lookOf(c), counties, ...form }), status)
  }

  routes.get('/complaint', (c) => page(c, 200, { requestId: newId() }))

  routes.post('/complaint', async (c) => {
    const fields = await formFields(c)
    const sent = firstOf(fields, 'id')
    const requestId = isId(sent) ? sent : newId()
    const language = lookOf(c).lang
    const said = recordWords(language).complaint
    const again = (status: 422 | 429, errors: FieldErrors) => page(c, status, { requestId, fields, errors })
    const words = firstOf(fields, 'words')
    const counties = await asActor(visitor(c), listCounties)
    const county =
      counties.length === 1 ? counties[0] : counties.find(({ id }) => id === firstOf(fields, 'county'))
    if (!county || words === '' || words.length > 4000)
      return again(422, {
        ...(county ? {} : { county: said.chooseCounty }),
        ...(words === '' ? { words: said.noWords } : words.length > 4000 ? { words: said.longWords } : {}),
      })
    const wait = await tries.take(c.get('source'))
    if (wait) {
      c.header('Retry-After', String(wait.waitSeconds))
      return again(429, { words: said.wait })
    }
    const replyTo = firstOf(fields, 'replyTo').slice(0, 300)
    await complain(c.get('actor').trace, asActor, county.id, { id: requestId, words, replyTo, language })
    const { timeZone } = await asActor(visitor(c), (tx) => getCounty(tx, county.id))
    const now = new Date()
    const due = dayName(dueAt('complaint', now), now, { zone: timeZone, lang: language })
    return c.html(ComplainedPage({ look: lookOf(c), due }))
  })

  return routes
}
