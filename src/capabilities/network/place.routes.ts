import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { getService } from './get-service.ts'
import type { NetworkNeeds } from './network-needs.ts'
import { PlacePage } from './place.page.tsx'
import { getPlaceState } from './place-state.ts'
import { listReferable } from './referable.ts'
import { setServiceStatus } from './set-service-status.ts'
import { undoChange } from './undo-change.ts'

/** What was just done, by the word in the page's address: nobody can have a page say what they like. */
const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved. Everybody sees it from now on.',
  'looked-at': 'Nothing was different. It counts as checked today.',
  undone: 'Taken back. It says again what it said before.',
  'not-undone': 'This is not the last change any more, and stays. Look at what changed since.',
  said: 'Thank you. Everybody sees it from now on.',
  called: 'The call is written down.',
  sent: 'The link is on its way to their intake address. Older links no longer work.',
  'no-address': 'Nothing was sent: no intake address is known. Put one into the profile.',
  'not-public': 'Nothing was sent: a link works only for places that everybody is shown.',
  'taken-back': 'The link no longer works.',
  added: 'Added. What nobody knows yet stands below.',
}

/** A place's own page, and what is done from it by whoever keeps the listing. */
export const placeRoutes = ({ asActor, referTo }: NetworkNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  const anybody = requireMember()

  routes.get('/places/:serviceId', anybody, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const id = c.req.param('serviceId')
    const now = new Date()
    const found = isId(id)
      ? await asActor(actor, async (tx) => {
          const place = await getService(tx, id)
          if (!place) return undefined
          const isReferable = place.status === 'active' && (await listReferable(tx, actor, [place])).has(id)
          return { place, isReferable, state: await getPlaceState(tx, actor, place, now) }
        })
      : undefined
    if (!found) return c.notFound()
    return c.html(
      PlacePage({
        frame: c.get('frame'),
        place: found.place,
        state: found.state,
        done: DONE[c.req.query('done') ?? ''],
        zone: timeZone,
        now,
        referHref: found.isReferable ? referTo(actor.roles, id) : undefined,
      }),
    )
  })

  const back = (c: Context<Env & MemberEnv>, done: string) =>
    c.redirect(`/places/${c.req.param('serviceId')}?done=${done}`, 303)

  routes.post('/places/:serviceId/status', anybody, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const serviceId = c.req.param('serviceId')
    const fields = await formFields(c)
    const status = firstOf(fields, 'status')
    if (!isId(serviceId) || (status !== 'active' && status !== 'temporarily-closed')) return c.notFound()
    const id = firstOf(fields, 'id')
    const done = await setServiceStatus(actor, asActor, {
      ...{ serviceId, status, zone },
      ...(isId(id) ? { id } : {}),
    })
    return isRefusal(done) ? c.notFound() : back(c, 'saved')
  })

  routes.post('/places/:serviceId/undo', anybody, async (c) => {
    const serviceId = c.req.param('serviceId')
    const fields = await formFields(c)
    const [id, changeId] = [firstOf(fields, 'id'), firstOf(fields, 'change')]
    if (!isId(serviceId) || !isId(id) || !isId(changeId)) return c.notFound()
    const done = await undoChange(asActor, c.get('signedIn').actor, { id, serviceId, changeId })
    if (!isRefusal(done)) return back(c, 'undone')
    return done.refused === 'no-such-service' ? c.notFound() : back(c, 'not-undone')
  })

  return routes
}
