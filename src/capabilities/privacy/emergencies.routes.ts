import { type Context, Hono } from 'hono'
import type { Env, MemberEnv } from '#identity'
import { isId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { type Finding, listBreakGlass, reviewBreakGlass } from '#without-consent'
import { EmergenciesPage, EmergencyPage, FINDING_WORDS } from './break-glass.page.tsx'
import { pageOf } from './page-of.ts'
import { requireOffice } from './require-office.routes.ts'

type In = Context<Env & MemberEnv>

/** What was opened in emergencies, and its review. */
export const emergencyRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.get('/privacy/break-glass', requireOffice, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const glasses = await listBreakGlass(asActor, actor)
    return c.html(
      EmergenciesPage({
        frame: c.get('frame'),
        waiting: glasses
          .filter(({ reviewedAt }) => !reviewedAt)
          .toSorted((one, other) => one.reviewDueAt.getTime() - other.reviewDueAt.getTime()),
        reviewed: pageOf(
          glasses.filter(({ reviewedAt }) => reviewedAt),
          c.req.query('page'),
        ),
        justReviewed: c.req.query('reviewed') === '1',
        now: new Date(),
        zone: timeZone,
      }),
    )
  })

  const page = async (c: In, fields: FormFields = {}, errors: Record<string, string> = {}) => {
    const { actor, timeZone } = c.get('signedIn')
    const id = c.req.param('id')
    const [glass] = isId(id) ? await listBreakGlass(asActor, actor, { id }) : []
    if (!glass) return c.notFound()
    const made = EmergencyPage({
      frame: c.get('frame'),
      ...{ glass, fields, errors, now: new Date(), zone: timeZone },
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/privacy/break-glass/:id', requireOffice, (c) => page(c))

  routes.post('/privacy/break-glass/:id', requireOffice, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const fields = await formFields(c)
    const [finding, note] = [firstOf(fields, 'finding'), firstOf(fields, 'note').slice(0, 2000)]
    const errors = {
      ...(Object.hasOwn(FINDING_WORDS, finding) ? {} : { finding: 'Choose what you found.' }),
      ...(note === '' ? { note: 'Write what you did to find out.' } : {}),
    }
    if (Object.keys(errors).length > 0) return page(c, fields, errors)
    const review = { id, finding: finding as Finding, note }
    const done = await reviewBreakGlass(asActor, c.get('signedIn').actor, review)
    if (!isRefusal(done)) return c.redirect('/privacy/break-glass?reviewed=1', 303)
    return page(c, fields, { finding: 'It was reviewed before, or is your own.' })
  })

  return routes
}
