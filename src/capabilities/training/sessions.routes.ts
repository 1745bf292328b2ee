import { type Context, Hono } from 'hono'
import QRCode from 'qrcode'
import { type Env, listColleagues, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { clockOf } from '#kernel/zone-clock.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { readCode } from './certificate-code.ts'
import type { CourseBook } from './course-book.ts'
import {
  closeSession,
  findSession,
  findSessionByCode,
  listSessions,
  noteAttendance,
  planSession,
  signInToSession,
} from './hold-session.ts'
import { SessionPage, SheetPage } from './session.page.tsx'
import { readSession } from './session-form.ts'
import { SessionsPage, SignInPage } from './sessions.page.tsx'
import { SUPERVISORS } from './training-tabs.page.tsx'

type In = Context<Env & MemberEnv>

/** A moment of a day by the clock of a zone, so many minutes after midnight. */
const momentIn = (zone: string) => (day: string, minutes: number) => {
  const wall = Date.parse(day) + minutes * 60_000
  return new Date(clockOf(zone, wall).toInstant(wall))
}

/** Training in a room: planned, signed in to by a code or on a sheet, and closed. */
export const sessionsRoutes = ({
  asActor,
  book,
  originOf,
}: {
  asActor: AsActor
  book: CourseBook
  originOf: (c: Context) => string
}): Hono<Env> => {
  const routes = new Hono<Env>()
  const supervisor = requireMember(...SUPERVISORS)
  const member = requireMember()

  const page = async (c: In, sent?: FormFields, errors: Readonly<Record<string, string>> = {}) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const sessions = await listSessions(asActor, actor)
    return c.html(
      SessionsPage({
        ...{ frame: c.get('frame'), roles: actor.roles, sessions, courses: book.courses, sent, errors, zone },
        ...{ newId: newId(), now: new Date() },
      }),
      sent ? 422 : 200,
    )
  }

  routes.get('/training/sessions', supervisor, (c) => page(c))

  routes.post('/training/sessions', supervisor, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const fields = await formFields(c)
    const read = readSession(fields, book.courses, momentIn(timeZone))
    if ('errors' in read) return page(c, fields, read.errors)
    const given = firstOf(fields, 'id')
    const id = isId(given) ? given : newId()
    await planSession(asActor, actor, { id, ...read })
    return c.redirect(`/training/sessions/${id}?said=planned`, 303)
  })

  const found = async (c: In) => {
    const id = c.req.param('id')
    return isId(id) ? asActor(c.get('signedIn').actor, (tx) => findSession(tx, id)) : undefined
  }

  routes.get('/training/sessions/:id', supervisor, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const session = await found(c)
    if (!session) return c.notFound()
    const colleagues = session.closedAt
      ? []
      : await asActor(actor, (tx) => listColleagues(tx, [actor.organizationId]))
    const address = `${originOf(c)}/training/sign-in/${session.code}`
    const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
    const path = [...data].flatMap((dark, at) =>
      dark ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
    )
    const said = (['noted', 'closed', 'planned'] as const).find((word) => word === c.req.query('said'))
    return c.html(
      SessionPage({
        ...{ frame: c.get('frame'), session, address, said, zone, now: new Date() },
        code: { path: path.join(''), size },
        others: colleagues.filter(({ id }) => !session.there.some(({ memberId }) => memberId === id)),
      }),
    )
  })

  routes.get('/training/sessions/:id/sheet', supervisor, async (c) => {
    const session = await found(c)
    if (!session) return c.notFound()
    return c.html(
      SheetPage({ frame: c.get('frame'), session, now: new Date(), zone: c.get('signedIn').timeZone }),
    )
  })

  routes.post('/training/sessions/:id/attendance', supervisor, async (c) => {
    const id = c.req.param('id')
    const members = ((await formFields(c)).member ?? []).filter(isId)
    const noted = isId(id) ? await noteAttendance(asActor, c.get('signedIn').actor, id, members) : undefined
    if (!noted || isRefusal(noted)) return c.notFound()
    return c.redirect(`/training/sessions/${id}?said=noted`, 303)
  })

  routes.post('/training/sessions/:id/close', supervisor, async (c) => {
    const id = c.req.param('id')
    const closed = isId(id) ? await closeSession(asActor, c.get('signedIn').actor, id) : undefined
    if (!closed || (isRefusal(closed) && closed.refused === 'no-session')) return c.notFound()
    return c.redirect(`/training/sessions/${id}?said=closed`, 303)
  })

  routes.get('/training/sign-in/:code', member, async (c) => {
    const session = await findSessionByCode(asActor, c.get('signedIn').actor, readCode(c.req.param('code')))
    if (!session) return c.notFound()
    const said = (['signed-in', 'closed'] as const).find((word) => word === c.req.query('said'))
    return c.html(SignInPage({ frame: c.get('frame'), session, said }))
  })

  routes.post('/training/sign-in/:code', member, async (c) => {
    const code = readCode(c.req.param('code'))
    const done = await signInToSession(asActor, c.get('signedIn').actor, code)
    if (isRefusal(done) && done.refused === 'no-session') return c.notFound()
    return c.redirect(`/training/sign-in/${code}?said=${isRefusal(done) ? 'closed' : 'signed-in'}`, 303)
  })

  return routes
}
