import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { readText, readWhere } from './add-place.ts'
import type { PlaceAddress } from './address.store.ts'

/** What the form of an address holds of a place as it stands. */
export const addressFields = (address: PlaceAddress): FormFields =>
  Object.fromEntries(
    (['providerName', 'siteName', 'street', 'street2', 'city', 'state', 'zip'] as const).map((name) => [
      name,
      [address[name] ?? ''],
    ]),
  )

/**
 * Reads an address as it was typed. The position moves with the ZIP code, to its middle; where the code stays, so does the
 * position that is known.
 */
export const readAddress = (
  fields: FormFields,
  now: PlaceAddress,
  zone: string,
): { readonly address: PlaceAddress } | { readonly errors: Readonly<Record<string, string>> } => {
  const errors: Record<string, string> = {}
  const text = readText(fields, errors)
  const where = readWhere(fields, text, errors, '', { at: undefined, of: undefined, zone })
  const street2 = text('street2')
  if (Object.keys(errors).length > 0 || !where) return { errors }
  const { provider, site } = where
  const stays = site.zip === now.zip && site.state === now.state
  return {
    address: {
      providerName: provider.name,
      siteName: site.name ?? null,
      street: site.street ?? null,
      street2: street2 || null,
      city: site.city,
      state: site.state,
      zip: site.zip,
      latitude: stays ? now.latitude : (site.latitude ?? null),
      longitude: stays ? now.longitude : (site.longitude ?? null),
      timeZone: stays ? now.timeZone : site.timeZone,
    },
  }
}

/** Up to when the form knew the place. */
export const seenAtOf = (fields: FormFields): Date | undefined => {
  const seen = new Date(firstOf(fields, 'seenAt'))
  return Number.isNaN(seen.getTime()) ? undefined : seen
}
