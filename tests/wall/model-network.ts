import type { Who } from './actors.ts'
import {
  countyOf,
  isAnybody,
  isJob,
  isMember,
  isOperator,
  type May,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import {
  type Audience,
  keptAddresses,
  type Listing,
  listings,
  SHOWN_TO,
  type Visibility,
} from './network-rows.ts'
import type { Row } from './row.ts'

/** An organization that takes part, outside criminal justice. */
export const isPartner = ({ actor, organization }: Who): boolean =>
  (actor?.kind === 'member' || actor?.kind === 'token') && organization?.isCriminalJustice === false

const COORDINATES = ['navigator', 'case-manager', 'manager']

/** To which audiences somebody belongs. Police are one of their own, and no part of the public. */
const audiencesOf = (who: Who): readonly Audience[] => {
  if (who.actor?.kind !== 'member' && who.actor?.kind !== 'token') return ['public']
  if (!isPartner(who)) return ['police']
  return who.roles.some((role) => COORDINATES.includes(role))
    ? ['public', 'partners', 'coordinators']
    : ['public', 'partners']
}

const isOf = (who: Who, audiences: readonly Audience[]): boolean =>
  audiencesOf(who).some((one) => audiences.includes(one))

const mayFind = (who: Who, visibility: Visibility, isOurs: boolean): boolean => {
  if (!isAnybody(who)) return false
  return isOurs || isJob(who) || isOperator(who) || isOf(who, SHOWN_TO[visibility])
}

type Part = 'service' | 'site' | 'provider'

const listingOf = (row: Row): Listing =>
  listings.find(({ service, site, provider }) =>
    [service, site, provider].includes((row.values.service_id ?? row.values.id) as string),
  ) as Listing

const isOurs = (who: Who, { owner }: Listing): boolean => owner !== null && organizationOf(who) === owner.id

/** The operator, an organization's own people for theirs, managers for listings of nobody. Never police or courts. */
export const keeps = (who: Who, owner: Listing['owner']): boolean => {
  if (isOperator(who)) return true
  if (!isMember(who) || !isPartner(who)) return false
  const has = (...roles: string[]) => who.roles.some((role) => roles.includes(role))
  return owner === null
    ? has('manager', 'administrator')
    : owner.id === organizationOf(who) && has('provider', 'harm-reduction', 'administrator')
}

const findsPart = (part: Part) => (who: Who, row: Row) => {
  const listing = listingOf(row)
  return mayFind(who, listing.visibility[part], isOurs(who, listing))
}

/** A service is found, and its words, where its site and its provider may be: it gives away where they are and their names. */
const findsService: May = (who, row) => findsListing(who, listingOf(row))

/** The same of a listing, for what others say of it. */
export const findsListing = (who: Who, listing: Listing): boolean =>
  (['service', 'site', 'provider'] as const).every((part) =>
    mayFind(who, listing.visibility[part], isOurs(who, listing)),
  )

/** The operator, and the job that works off what a manager asked for, bring lists into the directory. */
export const imports = (who: Who): boolean => isOperator(who) || isJob(who, 'import-listings')

const keepsRow = (who: Who, row: Row): boolean => keeps(who, listingOf(row).owner)
const addsForAll = (who: Who): boolean => imports(who) || keeps(who, null)

/** Who keeps a listing changes what they see of it, and its place and provider only while they see whose it is. */
const keepsPart =
  (part: Part): May =>
  (who, row) =>
    imports(who) || (keepsRow(who, row) && findsPart(part)(who, row) && findsService(who, row))

/** A service is added to a place and a provider that one can see. */
const addsService: May = (who, row) =>
  imports(who) || (keepsRow(who, row) && findsPart('site')(who, row) && findsPart('provider')(who, row))

/** Who says for a program what is told: its own members, the operator, and managers for a listing of nobody. */
const speaksFor = (who: Who, listing: Listing): boolean =>
  isOperator(who) ||
  (isMember(who) &&
    findsListing(who, listing) &&
    (listing.owner ? listing.owner.id === organizationOf(who) : keeps(who, null)))

const keptOf = (row: Row) =>
  keptAddresses.find(({ id }) => id === row.values.id) as (typeof keptAddresses)[number]

/** What is kept is told to its audiences, as far as they find the listing. */
const isTold: May = (who, row) => {
  const { of, told } = keptOf(row)
  return isAnybody(who) && (speaksFor(who, of) || (findsListing(who, of) && isOf(who, told)))
}
const keepsFact: May = (who, row) => speaksFor(who, keptOf(row).of)

const keepsCounty = (who: Who, row: Row): boolean =>
  isOperator(who) ||
  (isMember(who) &&
    countyOf(who) === row.parties.county &&
    who.roles.some((role) => role === 'manager' || role === 'administrator'))

export const networkRules: Readonly<Record<string, TableRules>> = {
  provider: {
    reads: findsPart('provider'),
    adds: addsForAll,
    changes: keepsPart('provider'),
    removes: nobody,
  },
  site: { reads: findsPart('site'), adds: addsForAll, changes: keepsPart('site'), removes: nobody },
  service: { reads: findsService, adds: addsService, changes: keepsPart('service'), removes: nobody },
  site_listing: { reads: imports, adds: imports, changes: nobody, removes: imports },
  kept_fact: { reads: isTold, adds: keepsFact, changes: keepsFact, removes: keepsFact },
  service_word: {
    reads: findsService,
    adds: keepsPart('service'),
    changes: nobody,
    removes: (who, row) => imports(who) || (keepsRow(who, row) && findsService(who, row)),
  },
  place: { reads: isAnybody, adds: keepsCounty, changes: keepsCounty, removes: keepsCounty },
}
