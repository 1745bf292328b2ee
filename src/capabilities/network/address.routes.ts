import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { type PlaceAddress, selectAddress, selectMovable } from './address.store.ts'
import { addressFields, readAddress, seenAtOf } from './address.ts'
import { changeListing } from './change-listing.ts'
import { EditAddressPage } from './edit-address.page.tsx'
import type { Listing } from './get-service.ts'
import { KEEPERS } from './keepers.ts'
import type { NetworkNeeds } from './network-needs.ts'

type Needs = Pick<NetworkNeeds, 'asActor'> & {
  /** The listing, for whoever may change it. */
  readonly kept: (c: Context<Env & MemberEnv>) => Promise<Listing | undefined>
}

/** Moving a place and renaming who runs it: it holds for every service at the same door. */
export const addressRoutes = ({ asActor, kept }: Needs): Hono<Env> => {
  const routes = new Hono<Env>()
  const keeper = requireMember(...KEEPERS)

  const known = async (c: Context<Env & MemberEnv>) => {
    const place = await kept(c)
    if (!place) return undefined
    const [address, movable] = await asActor(c.get('signedIn').actor, (tx) =>
      Promise.all([selectAddress(tx, place.serviceId), selectMovable(tx, place.serviceId)]),
    )
    return address && { place, address, movable }
  }

  routes.get('/places/:serviceId/address', keeper, async (c) => {
    const found = await known(c)
    if (!found) return c.notFound()
    const { place, address, movable } = found
    const form = { fields: addressFields(address), id: newId(), seenAt: place.updatedAt.toISOString() }
    return c.html(EditAddressPage({ frame: c.get('frame'), place, movable, ...form }))
  })

  routes.post('/places/:serviceId/address', keeper, async (c) => {
    const found = await known(c)
    if (!found) return c.notFound()
    const { place, address: now, movable } = found
    const typed = await formFields(c)
    // What they may not change is not theirs to send: it stays as it is.
    const fields = {
      ...typed,
      ...(movable.provider ? {} : { providerName: [now.providerName] }),
      ...(movable.site ? {} : siteOf(addressFields(now))),
    }
    const sent = firstOf(fields, 'id')
    const again = { frame: c.get('frame'), place, movable, fields, id: isId(sent) ? sent : newId() }
    const read = readAddress(fields, now, c.get('signedIn').timeZone)
    if ('errors' in read)
      return c.html(
        EditAddressPage({ ...again, errors: read.errors, seenAt: firstOf(fields, 'seenAt') }),
        422,
      )
    const done = await changeListing(asActor, c.get('signedIn').actor, {
      id: again.id,
      serviceId: place.serviceId,
      seenAt: seenAtOf(fields),
      zone: place.timeZone ?? c.get('signedIn').timeZone,
      set: () => ({ address: read.address satisfies PlaceAddress }),
      looked: ['address'],
    })
    if (!isRefusal(done))
      return c.redirect(
        `/places/${place.serviceId}?done=${done.changed.length > 0 ? 'saved' : 'looked-at'}`,
        303,
      )
    if (done.refused === 'no-such-service') return c.notFound()
    return c.html(
      EditAddressPage({ ...again, id: newId(), isStale: true, seenAt: place.updatedAt.toISOString() }),
      409,
    )
  })

  return routes
}

const siteOf = ({ providerName, ...site }: ReturnType<typeof addressFields>) => site
