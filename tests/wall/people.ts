import type { Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'

// Two counties with an organization of each kind, and in them members of every role.

export type Organization = {
  readonly id: string
  readonly name: string
  readonly county: string
  readonly kind: string
  readonly isCriminalJustice: boolean
}

export type Member = {
  readonly id: string
  readonly organization: Organization
  readonly roles: readonly Role[]
}

const organization = (county: string, name: string, kind: string): Organization => ({
  id: newId(),
  name,
  county,
  kind,
  isCriminalJustice: kind === 'police' || kind === 'prosecutor',
})

export const HARBOR = newId()
export const INLAND = newId()

/** Refers people; who in it works with people and who does not is what the wall asks first. */
export const police = organization(HARBOR, 'Pierpoint Police', 'police')
/** Another agency of the same county, that has no part in what the first one does. */
export const otherPolice = organization(HARBOR, 'Quay Police', 'police')
/** The place that is asked to take people on. */
export const place = organization(HARBOR, 'Harbor Recovery', 'treatment-provider')
export const otherPlace = organization(HARBOR, 'Lantern House', 'treatment-provider')
export const exchange = organization(HARBOR, 'Tide Exchange', 'harm-reduction')
export const caseWork = organization(HARBOR, 'Bridge Cases', 'case-management')
const recovery = organization(HARBOR, 'Second Shore', 'recovery-support')
export const hospital = organization(HARBOR, 'Harbor General', 'hospital')
export const prosecutor = organization(HARBOR, 'County Prosecutor', 'prosecutor')
const health = organization(HARBOR, 'Health Department', 'health-department')
export const farPolice = organization(INLAND, 'Mill Police', 'police')
export const farPlace = organization(INLAND, 'Mill Recovery', 'treatment-provider')

export const organizations: readonly Organization[] = [
  ...[police, otherPolice, place, otherPlace, exchange, caseWork, recovery, hospital, prosecutor, health],
  ...[farPolice, farPlace],
]

const hire = (organization: Organization, ...roles: Role[]): Member => ({ id: newId(), organization, roles })

export const officer = hire(police, 'officer')
export const placeProvider = hire(place, 'provider')
export const otherProvider = hire(otherPlace, 'provider')
export const exchangeMember = hire(exchange, 'harm-reduction')
export const navigator = hire(caseWork, 'navigator')
export const emergencyProvider = hire(hospital, 'provider')
/** Of the prosecutor's office. */
export const liaison = hire(prosecutor, 'prosecutor')
export const privacyOfficer = hire(health, 'privacy-officer')
/** Keeps the accounts of the place. */
export const placeKeeper = hire(place, 'administrator')
/** Keeps the listings of those who take no part. */
export const healthManager = hire(health, 'manager')
export const farOfficer = hire(farPolice, 'officer')
export const farProvider = hire(farPlace, 'provider')

/** Every role, where it meets what its own organization entered, and where it meets what another did. */
export const members: readonly Member[] = [
  officer,
  hire(police, 'sergeant'),
  hire(police, 'angel'),
  hire(police, 'manager'),
  hire(police, 'trainer'),
  hire(police, 'privacy-officer'),
  hire(police, 'administrator'),
  hire(otherPolice, 'officer'),
  hire(otherPolice, 'sergeant', 'manager'),
  placeProvider,
  hire(place, 'case-manager'),
  hire(place, 'manager'),
  hire(place, 'trainer'),
  hire(place, 'privacy-officer'),
  placeKeeper,
  otherProvider,
  exchangeMember,
  hire(exchange, 'manager'),
  navigator,
  hire(caseWork, 'case-manager', 'manager'),
  hire(recovery, 'angel'),
  emergencyProvider,
  liaison,
  healthManager,
  privacyOfficer,
  farOfficer,
  farProvider,
  hire(farPlace, 'privacy-officer'),
  hire(farPlace, 'administrator'),
]
