import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember, requireStepUp } from '#identity'
import { lastEndedQuarter, quarterCode, readQuarter } from '#kernel/quarter.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { countReferrals } from './count-referrals.ts'
import { CountsPage, countsCsv } from './counts.page.tsx'

/** What a program's manager sees of referrals: counts, with small ones withheld, on a page and as CSV. */
export const countsRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const manager = requireMember('manager')

  const asked = (c: Context<Env & MemberEnv>) => {
    const newest = lastEndedQuarter(c.get('signedIn').timeZone, new Date())
    return { newest, quarter: readQuarter(c.req.query('quarter') ?? '') ?? newest }
  }

  routes.get('/counts', manager, async (c) => {
    const { actor, jurisdictionName } = c.get('signedIn')
    const { newest, quarter } = asked(c)
    const counts = await countReferrals(asActor, actor, quarter)
    return c.html(
      CountsPage({ frame: c.get('frame'), countyName: jurisdictionName, quarter, newest, counts }),
    )
  })

  routes.get('/counts.csv', manager, requireStepUp, async (c) => {
    const { quarter } = asked(c)
    const counts = await countReferrals(asActor, c.get('signedIn').actor, quarter)
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="referrals-${quarterCode(quarter)}.csv"`)
    return c.body(countsCsv(counts))
  })

  return routes
}
