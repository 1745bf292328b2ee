import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember, requireStepUp } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { BreakGlassPage, OpenedGlassPage } from './break-glass.page.tsx'
import { breakGlassInput, breakGlassSentences } from './break-glass.ts'
import { getBreakGlass } from './get-break-glass.ts'
import { openBreakGlass } from './open-break-glass.ts'

type In = Context<Env & MemberEnv>

/** What medical personnel open in an emergency. The second factor is shown again first. */
export const breakGlassRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const provider = requireMember('provider')

  const form = (c: In, fields: FormFields, errors?: Record<string, string>) =>
    c.html(
      BreakGlassPage({ frame: c.get('frame'), id: idOf(fields), fields, ...(errors ? { errors } : {}) }),
      errors ? 422 : 200,
    )

  routes.get('/break-glass', provider, requireStepUp, (c) => {
    const { name, organizationName } = c.get('signedIn')
    return form(c, { recipientName: [name], recipientFacility: [organizationName], discloserName: [name] })
  })

  routes.post('/break-glass', provider, requireStepUp, async (c) => {
    const fields = await formFields(c)
    const read = breakGlassInput.safeParse({
      ...Object.fromEntries(Object.keys(fields).map((name) => [name, firstOf(fields, name)])),
      dataClasses: fields.dataClasses ?? [],
    })
    if (!read.success) return form(c, fields, breakGlassSentences(read.error))
    const { actor } = c.get('signedIn')
    const opened = await openBreakGlass(asActor, actor, {
      id: idOf(fields),
      input: read.data,
      now: new Date(),
    })
    if (isRefusal(opened))
      return form(c, fields, {
        recipientFacility:
          'Only a hospital or treatment provider can open this. Others call the place, or the emergency line.',
      })
    return c.redirect(`/break-glass/${opened.id}`, 303)
  })

  routes.get('/break-glass/:id', provider, requireStepUp, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const id = c.req.param('id')
    const glass = isId(id) ? await getBreakGlass(asActor, actor, id) : undefined
    if (!glass) return c.notFound()
    return c.html(OpenedGlassPage({ frame: c.get('frame'), glass, now: new Date(), zone: timeZone }))
  })

  return routes
}

const idOf = (fields: FormFields): string => {
  const id = firstOf(fields, 'id')
  return isId(id) ? id : newId()
}
