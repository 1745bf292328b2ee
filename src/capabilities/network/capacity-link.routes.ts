import { type Context, Hono } from 'hono'
import type { Env } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { askAgain } from './ask-for-capacity.ts'
import { readTap } from './capacity.ts'
import { confirmByLink, type OpenedCapacityLink, openCapacityLink, sayByLink } from './capacity-by-link.ts'
import { CapacityLinkEndPage, CapacityLinkPage } from './capacity-link.page.tsx'
import type { Listing } from './get-service.ts'
import type { NetworkNeeds } from './network-needs.ts'
import { CAPACITY_LEVELS, type CapacityLevel } from './profile.ts'

type Good = OpenedCapacityLink & { readonly place: Listing }

/**
 * What a place does by its signed link, without an account: says whether it has room, and that its listing is right.
 * Opening it says nothing: mail scanners open links.
 */
export const capacityLinkRoutes = ({ asActor, keys }: Pick<NetworkNeeds, 'asActor' | 'keys'>): Hono<Env> => {
  const routes = new Hono<Env>()
  const tries = rateLimit(60, 60)

  const ending = (
    c: Context<Env>,
    state: Parameters<typeof CapacityLinkEndPage>[0]['state'],
    status: 200 | 404 | 410 | 429,
  ) => {
    const base = `/capacity/${c.req.param('token')}`
    return c.html(CapacityLinkEndPage({ frame: c.get('frame'), state, base }), status)
  }

  /** Opens the link, or says kindly why not. */
  const withLink = async (
    c: Context<Env>,
    work: (link: Good) => Promise<Response>,
    whenEnded: (link: OpenedCapacityLink) => Promise<Response> = async () => ending(c, 'ended', 410),
  ) => {
    const wait = await tries.take(c.get('source'))
    if (wait) {
      c.header('Retry-After', String(wait.waitSeconds))
      return ending(c, 'too-often', 429)
    }
    const link = await openCapacityLink(asActor, keys.links, c.req.param('token') ?? '', c.get('actor').trace)
    if (!link) return ending(c, 'unknown', 404)
    if (link.state === 'ended') return whenEnded(link)
    return link.state === 'good' && link.place ? work({ ...link, place: link.place }) : ending(c, 'gone', 410)
  }

  const holding = (c: Context<Env>, { link }: OpenedCapacityLink) => ({
    linkId: link.id,
    trace: c.get('actor').trace,
  })
  const zoneOf = ({ timeZone }: Listing): string => timeZone ?? 'UTC'
  const back = (c: Context<Env>, done: string) =>
    c.redirect(`/capacity/${c.req.param('token')}?done=${done}`, 303)

  routes.get('/capacity/:token', (c) =>
    withLink(c, async ({ link, place, capacity }) => {
      const asked = c.req.query('done')
      return c.html(
        CapacityLinkPage({
          ...{ frame: c.get('frame'), place, capacity, expiresAt: link.expiresAt },
          base: `/capacity/${c.req.param('token')}`,
          done: asked === 'said' || asked === 'right' ? asked : undefined,
          zone: zoneOf(place),
          now: new Date(),
        }),
      )
    }),
  )

  routes.post('/capacity/:token', (c) =>
    withLink(c, async (opened) => {
      const fields = await formFields(c)
      const [level, id, tap] = [
        firstOf(fields, 'level'),
        firstOf(fields, 'id'),
        readTap(firstOf(fields, 'tap')),
      ]
      if (!Object.hasOwn(CAPACITY_LEVELS, level) || !tap) return back(c, '')
      await sayByLink(asActor, holding(c, opened), {
        ...{ id: isId(id) ? id : newId(), serviceId: opened.place.serviceId },
        ...{ level: level as CapacityLevel, ...tap },
      })
      return back(c, 'said')
    }),
  )

  routes.post('/capacity/:token/right', (c) =>
    withLink(c, async (opened) => {
      const { serviceId } = opened.place
      await confirmByLink(asActor, holding(c, opened), {
        serviceId,
        zone: zoneOf(opened.place),
        now: new Date(),
      })
      return back(c, 'right')
    }),
  )

  routes.post('/capacity/:token/again', (c) =>
    withLink(
      c,
      async () => back(c, ''),
      async ({ link, place }) => {
        const { trace } = c.get('actor')
        await askAgain(asActor, { link, zone: place ? zoneOf(place) : 'UTC', trace, now: new Date() })
        return ending(c, 'sent', 200)
      },
    ),
  )

  return routes
}
