import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import { findZip } from '#kernel/zip.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { addListing, type NewListing } from './add-listing.ts'
import { findServices } from './find-services.ts'
import type { Listing } from './get-service.ts'
import { insertChange } from './keeping.store.ts'
import { KINDS, type Kind, NEEDS, type Need } from './listing.ts'
import { isState, timeZoneOf } from './time-zones.ts'

const LONGEST = 200

type Where = Pick<NewListing, 'provider' | 'site'>

export type ReadPlace =
  | { readonly listing: NewListing }
  | { readonly errors: Readonly<Record<string, string>> }

type Known = {
  readonly at: Listing | undefined
  readonly of: Listing | undefined
  /** The county's, where the state alone does not settle it. */
  readonly zone: string
}

/**
 * Reads the form of a new place. What is at a place that is listed takes its provider and its site; another site of a
 * provider takes the provider. Its position is that of its ZIP code.
 *
 * @param id made by the form: its service's, and from it the others follow, so that sent twice it is one place
 */
export const readNewPlace = (fields: FormFields, id: string, known: Known): ReadPlace => {
  const { at } = known
  const errors: Record<string, string> = {}
  const text = readText(fields, errors)
  const name = text('name', 'Give the service a name.')
  const needs = (fields.needs ?? []).filter((need): need is Need => Object.hasOwn(NEEDS, need))
  if (needs.length === 0) errors.needs = 'Choose at least one.'
  const where = at ? whereOf(at) : readWhere(fields, text, errors, id, known)
  if (Object.keys(errors).length > 0 || !where) return { errors }
  const kind = firstOf(fields, 'kind')
  const phone = text('phone')
  return {
    listing: {
      ...where,
      service: {
        ...{ id, name, needs, kind: Object.hasOwn(KINDS, kind) ? (kind as Kind) : 'other' },
        ...(phone ? { phone } : {}),
        ...(at?.mayChange && at.organizationId ? { organizationId: at.organizationId } : {}),
      },
      visibility: firstOf(fields, 'visibility') === 'partners' ? 'partners' : 'public',
    },
  }
}

/** Reads a field that is typed freely; where it is empty, or too long, `errors` says so. */
export const readText =
  (fields: FormFields, errors: Record<string, string>) =>
  (name: string, sentence?: string): string => {
    const typed = firstOf(fields, name)
    if (typed === '' && sentence) errors[name] = sentence
    if (typed.length > LONGEST) errors[name] = `Write at most ${LONGEST} letters.`
    return typed
  }

/** The provider and the site that are there: adding them again leaves them as they are. */
const whereOf = ({ providerId, providerName, siteId, city, state, zip, timeZone }: Listing): Where => ({
  provider: { id: providerId, name: providerName },
  site: { id: siteId, city, state, zip, timeZone: timeZone ?? 'UTC' },
})

/** Reads who runs a place and where it is; `text` reads a field that is typed freely. Its position is that of its ZIP code. */
export const readWhere = (
  fields: FormFields,
  text: (name: string, sentence?: string) => string,
  errors: Record<string, string>,
  id: string,
  { of, zone }: Known,
): Where | undefined => {
  const providerName = of ? of.providerName : text('providerName', 'Say who runs it.')
  const [city, street, siteName] = [text('city', 'Give the town.'), text('street'), text('siteName')]
  const [zip, state] = [firstOf(fields, 'zip'), firstOf(fields, 'state').toUpperCase()]
  const home = /^\d{5}$/.test(zip) ? findZip(zip) : undefined
  if (!home) errors.zip = 'Give a ZIP code of the United States.'
  if (!isState(state)) errors.state = 'Give the two letters of a state.'
  if (!home || !isState(state)) return undefined
  const website = text('providerWebsite')
  return {
    provider: of
      ? { id: of.providerId, name: of.providerName }
      : { id: derivedId('provider', id), name: providerName, ...(website ? { website } : {}) },
    site: {
      ...{ id: derivedId('site', id), city, state, zip, timeZone: timeZoneOf(state) ?? zone },
      ...{ latitude: home.latitude, longitude: home.longitude },
      ...(street ? { street } : {}),
      ...(siteName ? { name: siteName } : {}),
    },
  }
}

/** Places nearby with the same name, for whoever is about to list one twice. */
export const listAlike = (tx: Tx, { provider, site }: NewListing, now: Date) =>
  findServices(tx, {
    ...{ needs: [], at: now, zone: site.timeZone, referableOnly: false, limit: 5, text: provider.name },
    ...(site.latitude === undefined || site.longitude === undefined
      ? {}
      : { near: { latitude: site.latitude, longitude: site.longitude }, radiusMiles: 30 }),
  })

/** Adds a place by hand, and signs for it: who added it stands among its changes. */
export const addPlace = (asActor: AsActor, actor: MemberActor, listing: NewListing): Promise<boolean> =>
  asActor(actor, async (tx) => {
    const isNew = await addListing(actor, (_, work) => work(tx), listing)
    if (isNew)
      await insertChange(tx, {
        ...{ id: derivedId('listing-change', listing.service.id), serviceId: listing.service.id },
        ...{ byMember: actor.memberId, what: ['added'], before: {}, after: {}, undoes: null },
      })
    return isNew
  })
