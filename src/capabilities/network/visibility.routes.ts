import { type Context, Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import { isId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { findKnown, setVisibility } from './set-visibility.ts'
import { VisibilityPage } from './visibility.page.tsx'
import { faultsOf, type Known, readSettings, type Settings, withinReach } from './visibility.ts'
import { VisibilityPreviewPage } from './visibility-preview.page.tsx'

/** Who is shown a place: its own program sets it, sees what each will see, and then publishes. */
export const visibilityRoutes = ({ asActor }: { readonly asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const anybody = requireMember()
  const path = '/places/:serviceId/audience'

  const known = async (c: Context): Promise<Known | undefined> => {
    const id = c.req.param('serviceId') ?? ''
    return isId(id) ? asActor(c.get('signedIn').actor, (tx) => findKnown(tx, id)) : undefined
  }
  const form = (
    c: Context,
    listing: Known,
    settings: Settings,
    {
      errors = {},
      published = false,
    }: { errors?: Readonly<Record<string, string>>; published?: boolean } = {},
  ) =>
    c.html(
      VisibilityPage({ frame: c.get('frame'), known: listing, settings, errors, published }),
      Object.keys(errors).length > 0 ? 422 : 200,
    )

  routes.get(path, anybody, async (c) => {
    const listing = await known(c)
    if (!listing) return c.notFound()
    return form(c, listing, listing.settings, { published: c.req.query('published') !== undefined })
  })

  routes.post(`${path}/edit`, anybody, async (c) => {
    const listing = await known(c)
    if (!listing) return c.notFound()
    const fields = await formFields(c)
    return form(
      c,
      listing,
      withinReach(
        listing,
        readSettings((name) => fields[name] ?? []),
      ),
    )
  })

  routes.post(`${path}/preview`, anybody, async (c) => {
    const listing = await known(c)
    if (!listing) return c.notFound()
    const fields = await formFields(c)
    const settings = withinReach(
      listing,
      readSettings((name) => fields[name] ?? []),
    )
    const errors = faultsOf(settings)
    if (errors) return form(c, listing, settings, { errors })
    return c.html(VisibilityPreviewPage({ frame: c.get('frame'), known: listing, settings }))
  })

  routes.post(path, anybody, async (c) => {
    const listing = await known(c)
    if (!listing) return c.notFound()
    const { actor } = c.get('signedIn')
    const { serviceId } = listing
    const fields = await formFields(c)
    const settings = readSettings((name) => fields[name] ?? [])
    const toldSo = firstOf(fields, 'told-so') === 'yes'
    const done = await setVisibility(actor, asActor, { serviceId, settings, toldSo })
    if (!isRefusal(done)) return c.redirect(`/places/${serviceId}/audience?published`, 303)
    if (done.refused === 'no-such-service') return c.notFound()
    return form(c, listing, withinReach(listing, settings), { errors: done.fields ?? {} })
  })

  return routes
}
