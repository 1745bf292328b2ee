import { type Context, Hono } from 'hono'
import type { Lang } from '#design'
import { type Env, requireMember } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { findZipIn } from '#kernel/zip.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { LitterFormPage, LitterSentPage } from './litter.page.tsx'
import { AMOUNTS, CLOSED_AS } from './litter.ts'
import { PickUpsPage } from './pick-ups.page.tsx'
import { closeLitter, countiesToReportIn, readLitter, reportLitter, takeLitter } from './report-litter.ts'

type Typed = Readonly<Record<string, string>>

const FIELDS = ['county', 'place', 'zip', 'amount'] as const

const SAID: Readonly<Record<string, string>> = {
  take: 'Taken. It is yours to pick up.',
  'picked-up': 'Picked up. Thank you.',
  'nothing-found': 'Closed.',
}

/** Reporting syringe litter, by anybody; and picking it up, by the programs that do. */
export const syringesRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const collector = requireMember('harm-reduction', 'manager')
  // Enough for a whole crew behind one address, and too few to bury a county.
  const limit = rateLimit(20, 900)

  const lookOf = (c: Context<Env>, lang: Lang, path = '/litter') => ({
    ...{ frame: c.get('frame'), lang, path, isMember: lang === 'en' && c.get('signedIn') !== undefined },
  })

  /** Members report in their own county, and everybody else as nobody in particular. */
  const reporter = (c: Context<Env>): Actor =>
    c.get('signedIn')?.actor ?? { kind: 'visitor', trace: c.get('actor').trace as never }

  const countiesFor = async (c: Context<Env>) => {
    const own = c.get('signedIn')?.actor.jurisdictionId
    return (await countiesToReportIn(asActor)).filter(({ id }) => !own || id === own)
  }

  const form = async (
    c: Context<Env>,
    lang: Lang,
    {
      typed = {} as Typed,
      wrong = [] as (typeof FIELDS)[number][],
      id = newId() as string,
      isTooMany = false,
    } = {},
  ) => {
    const look = lookOf(c, lang)
    const made = LitterFormPage({ look, id, counties: await countiesFor(c), typed, wrong, isTooMany })
    return c.html(made, isTooMany ? 429 : wrong.length > 0 ? 422 : 200)
  }

  for (const lang of ['en', 'es'] as const) {
    const path = lang === 'es' ? '/es/litter' : '/litter'
    routes.get(path, (c) => form(c, lang))

    routes.get(`${path}/sent`, (c) => c.html(LitterSentPage({ look: lookOf(c, lang, '/litter/sent') })))

    routes.post(path, async (c) => {
      const fields = await formFields(c)
      const typed = Object.fromEntries(FIELDS.map((name) => [name, firstOf(fields, name).trim()]))
      const given = firstOf(fields, 'id')
      const id = isId(given) ? given : newId()
      const counties = await countiesFor(c)
      const county = counties.length === 1 ? counties[0] : counties.find((one) => one.id === typed.county)
      const zip = /^\d{5}(-\d{4})?$/.test(typed.zip ?? '') ? findZipIn(typed.zip ?? '') : undefined
      const amount = AMOUNTS.find((one) => one === typed.amount)
      const place = (typed.place ?? '').slice(0, 200)
      const wrong = FIELDS.filter((name) => !{ county, place, zip, amount }[name])
      if (!county || !zip || !amount || place === '') return form(c, lang, { typed, wrong, id })
      const wait = await limit.take(c.get('actor').trace?.source ?? 'unknown')
      if (wait) {
        c.header('Retry-After', String(wait.waitSeconds))
        return form(c, lang, { typed, id, isTooMany: true })
      }
      const report = { id, jurisdictionId: county.id, place, zip, amount, now: new Date() }
      await reportLitter(asActor, reporter(c), report)
      return c.redirect(`${path}/sent`, 303)
    })
  }

  routes.get('/supplies/litter', collector, async (c) => {
    const { actor, timeZone, isCriminalJustice } = c.get('signedIn')
    if (isCriminalJustice) return c.notFound()
    const now = new Date()
    const found = await readLitter(asActor, actor, now)
    const said = SAID[c.req.query('said') ?? '']
    const made = PickUpsPage({
      ...{ frame: c.get('frame'), ...found, now, zone: timeZone, said, wrongId: c.req.query('wrong') },
    })
    return c.html(made, c.req.query('wrong') ? 422 : 200)
  })

  routes.post('/supplies/litter/:id', collector, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const fields = await formFields(c)
    const act = firstOf(fields, 'act')
    const typed = firstOf(fields, 'syringes').trim()
    const { actor } = c.get('signedIn')
    const as = CLOSED_AS.find((one) => one === act)
    if (as === 'picked-up' && typed !== '' && !/^\d{1,5}$/.test(typed))
      return c.redirect(`/supplies/litter?wrong=${id}`, 303)
    const syringes = as === 'picked-up' && typed !== '' ? Number(typed) : null
    const done = as
      ? await closeLitter(asActor, actor, { id, as, syringes })
      : await takeLitter(asActor, actor, id)
    return isRefusal(done) ? c.notFound() : c.redirect(`/supplies/litter?said=${as ?? 'take'}`, 303)
  })

  return routes
}
