import { type Context, Hono } from 'hono'
import type { Env, MemberEnv } from '#identity'
import type { Hours } from '#kernel/hours.ts'
import { isId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { AccessPage, type AccessProps, accessKey } from './access.page.tsx'
import { HoursPage, type HoursProps } from './hours.page.tsx'
import { listUnusualAccess } from './list-unusual-access.ts'
import { pageOf } from './page-of.ts'
import { listTold } from './read-ledger.ts'
import { requireOffice } from './require-office.routes.ts'
import { setAsideAccess, type WhichAccess } from './set-aside-access.ts'
import { listWorkingHours, setWorkingHours } from './set-working-hours.ts'
import { UNUSUAL_RULES, type UnusualRule } from './unusual-access.ts'

type In = Context<Env & MemberEnv>

/** Unusual access, setting it aside, and when organizations work. */
export const accessRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()

  const page = async (c: In, refused?: AccessProps['refused']) => {
    const { actor, timeZone } = c.get('signedIn')
    const now = new Date()
    const rule = ruleOf(c.req.query('rule') ?? '') ?? ''
    const { found, lookedUntil } = await listUnusualAccess(asActor, actor, now)
    const hours = await listWorkingHours(asActor, actor)
    const open = found.filter((one) => !one.setAside)
    const made = AccessPage({
      frame: c.get('frame'),
      rule,
      openCount: open.length,
      open: pageOf(
        open.filter((one) => rule === '' || one.rule === rule),
        c.req.query('page'),
      ),
      setAside: found.filter((one) => one.setAside),
      withHours: hours.size,
      lookedUntil,
      justSetAside: c.req.query('set-aside') === '1',
      refused,
      ...{ now, zone: timeZone },
    })
    return c.html(made, refused ? 422 : 200)
  }

  routes.get('/privacy/access', requireOffice, (c) => page(c))

  routes.post('/privacy/access', requireOffice, async (c) => {
    const { actor } = c.get('signedIn')
    const fields = await formFields(c)
    const which = whichOf(fields)
    if (!which) return c.redirect('/privacy/access', 303)
    const note = firstOf(fields, 'note').slice(0, 2000)
    // Only what is on the list can be set aside: what is not there could hide what comes.
    const { found } = await listUnusualAccess(asActor, actor, new Date())
    if (!found.some((one) => accessKey(one) === accessKey(which))) return c.redirect('/privacy/access', 303)
    const done = await setAsideAccess(asActor, actor, which, note)
    if (!isRefusal(done)) return c.redirect('/privacy/access?set-aside=1', 303)
    const error =
      done.refused === 'own-access'
        ? 'This is about you: another privacy officer has to look at it.'
        : 'Write what you found.'
    return page(c, { key: accessKey(which), note, error })
  })

  const hoursPage = async (c: In, refused?: HoursProps['refused']) => {
    const { actor, timeZone } = c.get('signedIn')
    const hours = await listWorkingHours(asActor, actor)
    const organizations = await listTold(asActor, actor)
    const made = HoursPage({
      frame: c.get('frame'),
      organizations: organizations.map((one) => ({ ...one, hours: hours.get(one.id) })),
      justSet: c.req.query('set') === '1',
      refused,
      ...{ now: new Date(), zone: timeZone },
    })
    return c.html(made, refused ? 422 : 200)
  }

  routes.get('/privacy/access/hours', requireOffice, (c) => hoursPage(c))

  routes.post('/privacy/access/hours', requireOffice, async (c) => {
    const fields = await formFields(c)
    const id = firstOf(fields, 'organization')
    if (!isId(id)) return c.redirect('/privacy/access/hours', 303)
    const isCleared = firstOf(fields, 'clear') === 'yes'
    const typed = {
      days: fields.days ?? [],
      opens: firstOf(fields, 'opens'),
      closes: firstOf(fields, 'closes'),
    }
    const hours = isCleared ? undefined : hoursOf(typed)
    if (!isCleared && !hours)
      return hoursPage(c, { id, typed, error: 'Choose the days, and say from when to when, like 08:00.' })
    await setWorkingHours(asActor, c.get('signedIn').actor, id, hours)
    return c.redirect('/privacy/access/hours?set=1', 303)
  })

  return routes
}

const ruleOf = (text: string): UnusualRule | undefined =>
  Object.hasOwn(UNUSUAL_RULES, text) ? (text as UnusualRule) : undefined

const whichOf = (fields: FormFields): WhichAccess | undefined => {
  const rule = ruleOf(firstOf(fields, 'rule'))
  const [memberId, about] = [firstOf(fields, 'member'), firstOf(fields, 'about')]
  return rule && isId(memberId) && /^[a-z0-9-]{1,40}$/.test(about) ? { rule, memberId, about } : undefined
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

const hoursOf = ({
  days,
  opens,
  closes,
}: {
  days: readonly string[]
  opens: string
  closes: string
}): Hours | undefined => {
  const chosen = [...new Set(days)].filter((day) => /^[1-7]$/.test(day)).map(Number)
  if (chosen.length === 0 || !TIME.test(opens) || !TIME.test(closes)) return undefined
  return [{ days: chosen.toSorted(), opens, closes }]
}
