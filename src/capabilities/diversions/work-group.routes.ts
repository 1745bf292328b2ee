import { type Context, Hono } from 'hono'
import { type Env, findOrganizations, listOrganizations, type MemberEnv, requireMember } from '#identity'
import { addDays, endOfDay, readDay } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { readMeeting } from './diversion-form.ts'
import { MeetingPage, WorkGroupPage } from './work-group.page.tsx'
import { selectActions, selectMeeting, selectMeetings } from './work-group.store.ts'
import { CONVENERS, callMeeting, finishAction, makeAgenda, noteAction } from './work-group.ts'

type In = Context<Env & MemberEnv>
type Errors = Readonly<Record<string, string>>

const MOST_SHOWN = 20

/** The operational work group: its meetings, the agenda that may be read aloud there, and who does what until when. */
export const workGroupRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const convener = requireMember(...CONVENERS)

  const organizationsOf = (c: In) =>
    asActor(c.get('signedIn').actor, async (tx) =>
      (await listOrganizations(tx)).filter(
        ({ jurisdictionId }) => jurisdictionId === c.get('signedIn').actor.jurisdictionId,
      ),
    )

  const list = async (c: In, fields: FormFields = {}, errors: Errors = {}) => {
    const { actor, timeZone } = c.get('signedIn')
    const meetings = await asActor(actor, (tx) => selectMeetings(tx, MOST_SHOWN))
    const made = WorkGroupPage({
      ...{ frame: c.get('frame'), meetings, fields, errors, now: new Date(), zone: timeZone },
      ...{ organizations: await organizationsOf(c), newId: newId() },
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/work-group', convener, (c) => list(c))

  routes.post('/work-group', convener, async (c) => {
    const fields = await formFields(c)
    const organizationIds = (await organizationsOf(c)).map(({ id }) => id)
    const read = readMeeting(fields, { organizationIds })
    if ('errors' in read) return list(c, fields, read.errors)
    const { actor, timeZone } = c.get('signedIn')
    const [hours = 0, minutes = 0] = read.time.split(':').map(Number)
    // The last moment of the day before, so many hours on: the county's own clock.
    const midnight = endOfDay(addDays(read.day, -1), timeZone).getTime()
    const id = firstOf(fields, 'id')
    const called = await callMeeting(asActor, actor, {
      ...{ id: isId(id) ? id : newId(), place: read.place, attendees: read.attendees },
      heldAt: new Date(Math.ceil(midnight / 60_000) * 60_000 + (hours * 60 + minutes) * 60_000),
    })
    return c.redirect(`/work-group/${called.id}`, 303)
  })

  const meeting = async (c: In, fields: FormFields = {}, errors: Errors = {}) => {
    const id = c.req.param('id')
    const { actor, timeZone } = c.get('signedIn')
    if (!isId(id)) return c.notFound()
    const agenda = await makeAgenda(asActor, actor, id)
    const found = await asActor(actor, async (tx) => {
      const row = await selectMeeting(tx, id)
      if (!row) return undefined
      const ids = [...new Set(row.attendees.map(({ organizationId }) => organizationId))]
      const cards = await findOrganizations(tx, ids)
      return { row, actions: await selectActions(tx, id), cards }
    })
    if (!found || isRefusal(agenda)) return c.notFound()
    const made = MeetingPage({
      ...{ frame: c.get('frame'), meeting: found.row, actions: found.actions, agenda, fields, errors },
      organizations: new Map([...found.cards].map(([key, { name }]) => [key, name])),
      ...{ newId: newId(), now: new Date(), zone: timeZone },
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/work-group/:id', convener, (c) => meeting(c))

  routes.post('/work-group/:id/actions', convener, async (c) => {
    const meetingId = c.req.param('id')
    if (!isId(meetingId)) return c.notFound()
    const fields = await formFields(c)
    const words = firstOf(fields, 'words').trim().slice(0, 200).toWellFormed()
    const owner = firstOf(fields, 'owner').trim().slice(0, 80).toWellFormed()
    const part = (name: string) => firstOf(fields, `due-${name}`)
    const dueOn = readDay(part('year'), part('month'), part('day'))
    const errors = {
      ...(words ? {} : { words: 'Write what is to be done.' }),
      ...(owner ? {} : { owner: 'Write who does it.' }),
      ...(dueOn ? {} : { due: 'Write by which day.' }),
    }
    if (!dueOn || Object.keys(errors).length > 0) return meeting(c, fields, errors)
    const id = firstOf(fields, 'id')
    const noted = await noteAction(asActor, c.get('signedIn').actor, {
      ...{ id: isId(id) ? id : newId(), meetingId, words, owner, dueOn },
    })
    return isRefusal(noted) ? c.notFound() : c.redirect(`/work-group/${meetingId}`, 303)
  })

  routes.post('/work-group/:id/actions/:action/done', convener, async (c) => {
    const [meetingId, action] = [c.req.param('id'), c.req.param('action')]
    if (!isId(meetingId) || !isId(action)) return c.notFound()
    const done = await finishAction(asActor, c.get('signedIn').actor, meetingId, action)
    return isRefusal(done) ? c.notFound() : c.redirect(`/work-group/${meetingId}`, 303)
  })

  return routes
}
