import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember, requireStepUp } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { formFields } from '#platform/http/form-body.ts'
import { GiveNaloxonePage, GivenPage } from './give-naloxone.page.tsx'
import { giveNaloxone, openNaloxoneForm } from './give-naloxone.ts'
import { NaloxonePage } from './naloxone.page.tsx'
import { readNaloxoneForm } from './naloxone-form.ts'
import { odmapCsv } from './odmap.ts'
import { countyHeat, exportNaloxone, findGiven, HEAT_DAYS, readNaloxone } from './read-naloxone.ts'
import type { Errors, Typed } from './record-form.ts'
import { idOf, typedOf } from './typed.ts'
import { KEEPERS } from './who-keeps.ts'

type In = Context<Env & MemberEnv>

/** “I gave naloxone”, what was reported, and the file for ODMAP. */
export const naloxoneRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const keeper = requireMember(...KEEPERS)

  const form = async (
    c: In,
    { typed, errors = {}, id = newId() }: { typed: Typed; errors?: Errors; id?: string },
  ) => {
    const { actor, organizationName } = c.get('signedIn')
    const same = c.req.query('same') ?? typed.incident
    const opened = await openNaloxoneForm(asActor, actor, isId(same) ? same : undefined)
    const usual = { zip: opened.before?.zip ?? opened.zip ?? '', crossing: opened.before?.crossing ?? '' }
    const made = GiveNaloxonePage({
      ...{ frame: c.get('frame'), organizationName, id, errors, now: new Date() },
      ...{ ...opened, typed: { ...usual, ...typed } },
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/field/naloxone', keeper, (c) => form(c, { typed: {} }))

  routes.post('/field/naloxone', keeper, async (c) => {
    const typed = typedOf(await formFields(c))
    const id = idOf(typed)
    const { actor, timeZone } = c.get('signedIn')
    const read = readNaloxoneForm(typed, { now: new Date(), zone: timeZone, id })
    if ('errors' in read) return form(c, { typed, errors: read.errors, id })
    const done = await giveNaloxone(asActor, actor, read.report, read.used)
    if (isRefusal(done)) return form(c, { typed, errors: { kit: 'Choose another kit, or none.' }, id })
    return c.redirect(`/field/naloxone/${id}${read.used ? '?asked=1' : ''}`, 303)
  })

  routes.get('/field/naloxone/:id', keeper, async (c) => {
    const id = c.req.param('id')
    const report = isId(id) ? await findGiven(asActor, c.get('signedIn').actor, id) : undefined
    if (!report) return c.notFound()
    return c.html(GivenPage({ frame: c.get('frame'), report, isAsked: c.req.query('asked') === '1' }))
  })

  routes.get('/supplies/naloxone', keeper, async (c) => {
    const { actor, timeZone, organizationName, isCriminalJustice } = c.get('signedIn')
    const now = new Date()
    const reports = await readNaloxone(asActor, actor, now)
    const heat = isCriminalJustice ? undefined : await countyHeat(asActor, actor, now)
    return c.html(
      NaloxonePage({ frame: c.get('frame'), organizationName, reports, heat, now, zone: timeZone }),
    )
  })

  routes.get('/supplies/naloxone.csv', keeper, requireStepUp, async (c) => {
    const reports = await exportNaloxone(asActor, c.get('signedIn').actor, {
      now: new Date(),
      days: HEAT_DAYS,
    })
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="odmap.csv"')
    c.header('Cache-Control', 'no-store')
    return c.body(odmapCsv(reports))
  })

  return routes
}
