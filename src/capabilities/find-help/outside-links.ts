type Spot = { readonly latitude: number | null; readonly longitude: number | null }

/**
 * Where OpenStreetMap shows the way to a place. It is told where the place is and nothing else: not where from, and not
 * what for. Undefined when nobody knows where the place is.
 */
export const directionsLink = ({ latitude, longitude }: Spot): string | undefined =>
  latitude === null || longitude === null
    ? undefined
    : `https://www.openstreetmap.org/directions?${new URLSearchParams({ to: `${latitude},${longitude}` })}`

/** Opens the phone's own map app, which need ask nobody (RFC 5870). */
export const mapAppLink = ({ latitude, longitude }: Spot): string | undefined =>
  latitude === null || longitude === null ? undefined : `geo:${latitude},${longitude}`

/** A text message to whomever the sender chooses; `?&` because iPhones want the one and others the other (RFC 5724). */
export const textLink = (words: string): string => `sms:?&body=${encodeURIComponent(words)}`
