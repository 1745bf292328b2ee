import { NEEDS, type Need, PAYERS, type Payer } from '#network'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { ReceiverQuery } from './find-receivers.ts'

const PLACES_SHOWN = 5

const number = (text: string): number | undefined =>
  text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined

const orNothing = (text: string): string | undefined => text || undefined

/** A posted form in the shape that `referralInput` judges. What was not sent stays away. */
export const readReferralForm = (fields: FormFields): Record<string, unknown> => {
  const agrees = firstOf(fields, 'agreesToContact')
  return {
    id: firstOf(fields, 'id'),
    serviceId: firstOf(fields, 'serviceId'),
    pathwayId: orNothing(firstOf(fields, 'pathwayId')),
    needs: fields.needs ?? [],
    name: orNothing(firstOf(fields, 'name')),
    whereabouts: orNothing(firstOf(fields, 'whereabouts')),
    ...positionOf(fields),
    payer: orNothing(firstOf(fields, 'payer')),
    agreesToContact: agrees === 'yes' ? true : agrees === 'no' ? false : undefined,
    contactWay: agrees === 'yes' ? orNothing(firstOf(fields, 'contactWay')) : undefined,
    contact: orNothing(firstOf(fields, 'contact')),
  }
}

const positionOf = (fields: FormFields) => {
  const latitude = number(firstOf(fields, 'latitude'))
  const longitude = number(firstOf(fields, 'longitude'))
  const isPlace =
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180
  return isPlace ? { latitude, longitude } : {}
}

/** What places are looked for, from a form that may be half filled. */
export const readReceiverQuery = (fields: FormFields, zone: string): ReceiverQuery => {
  const position = positionOf(fields)
  const payer = firstOf(fields, 'payer')
  return {
    needs: (fields.needs ?? []).filter((need): need is Need => Object.hasOwn(NEEDS, need)),
    payer: Object.hasOwn(PAYERS, payer) ? (payer as Payer) : undefined,
    whereabouts: firstOf(fields, 'whereabouts'),
    position: 'latitude' in position ? (position as { latitude: number; longitude: number }) : undefined,
    chosen: firstOf(fields, 'serviceId'),
    zone,
    at: new Date(),
    limit: PLACES_SHOWN,
  }
}
