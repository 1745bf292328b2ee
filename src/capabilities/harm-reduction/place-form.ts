import type { NewPlace } from './add-holder.ts'
import type { Errors, Typed } from './record-form.ts'

const KINDS = ['site', 'vehicle', 'kiosk'] as const

/** Reads the form of a place for kits, or what has to change in it. */
export const readPlaceForm = (
  typed: Typed,
): { readonly place: Omit<NewPlace, 'id'> } | { readonly errors: Errors } => {
  const of = (field: string) => (typed[field] ?? '').trim()
  const minimum = of('minimum')
  const errors = {
    ...(of('name') === '' ? { name: 'How do you call it? Front desk, for example.' } : {}),
    ...(minimum !== '' && !/^[1-9]\d{0,4}$/.test(minimum)
      ? { minimum: 'Write a number, or leave it empty for no minimum.' }
      : {}),
  }
  if (Object.keys(errors).length > 0) return { errors }
  return {
    place: {
      kind: KINDS.find((kind) => kind === of('kind')) ?? 'site',
      name: of('name').slice(0, 80),
      contact: of('contact') === '' ? null : of('contact').slice(0, 120),
      isLeaveBehind: of('behind') === 'yes',
      minimumKits: minimum === '' ? null : Number(minimum),
    },
  }
}
