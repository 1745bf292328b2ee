import { isDeepStrictEqual } from 'node:util'
import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { CodedProfile } from './findtreatment-profile.ts'
import {
  insertServices,
  insertSiteKeys,
  insertSites,
  type ListedService,
  type ListedSite,
  listKnownSites,
  lockDirectory,
  type NewService,
  type NewSite,
  type ServiceFacts,
  type SiteFacts,
  updateServices,
  updateSites,
} from './import.store.ts'
import { type ImportCounts, summary } from './import-report.ts'
import { providersOf } from './import-samhsa.ts'
import { type Joined, joinListings } from './join-listings.ts'
import { KINDS } from './listing.ts'
import { addressKey, siteKey } from './match-key.ts'
import type { Facility, FindtreatmentList } from './read-findtreatment.ts'
import { timeZoneOf } from './time-zones.ts'

/** What an import of FindTreatment.gov's rows did; each row is one of created, updated and unchanged. */
export type FindtreatmentCounts = ImportCounts & { readonly servicesAdded: number }

type Placed = Joined<ListedService, ListedSite>

/** What has to be written, collected before anything is. */
type Plan = {
  readonly sites: NewSite[]
  readonly changedSites: NewSite[]
  readonly services: NewService[]
  readonly changedServices: NewService[]
  readonly keys: { matchKey: string; siteId: Id<'site'> }[]
}

/**
 * Brings the directory up to an answer of FindTreatment.gov, in one transaction. Its rows are joined with what is
 * there; what members keep by hand, and hours, organization, visibility and status of every listing, stay.
 *
 * @param onProgress told how many rows are done
 */
export const importFindtreatment = (
  actor: Actor,
  asActor: AsActor,
  list: FindtreatmentList,
  onProgress: (done: number) => void = () => {},
): Promise<FindtreatmentCounts> =>
  asActor(actor, async (tx) => {
    await lockDirectory(tx)
    const places = list.facilities.map(({ place }) => place)
    const known = await listKnownSites(tx, {
      siteKeys: places.map(siteKey),
      addressKeys: places.flatMap((place) => addressKey(place) ?? []),
      findtreatmentIds: list.facilities.flatMap(({ findtreatmentId }) => findtreatmentId ?? []),
    })
    const providers = await providersOf(tx, places, 'findtreatment')
    const { plan, counts } = planFor(
      joinListings<ListedService, ListedSite>(list.facilities, known),
      (facility) => providers(facility.place),
    )
    onProgress(counts.unchanged)
    await write(tx, plan, (written) => onProgress(counts.unchanged + written))
    const { read, duplicates, skipped } = summary(list.read, counts, list.findings)
    await record(tx, {
      action: 'network.import-findtreatment',
      outcome: 'done',
      detail: { read, ...counts, duplicates, skipped },
    })
    return counts
  })

const write = async (tx: Tx, plan: Plan, onWritten: (count: number) => void): Promise<void> => {
  let written = 0
  const onBatch = (count: number) => {
    written += count
    onWritten(written)
  }
  await insertSites(tx, plan.sites)
  await insertSiteKeys(tx, plan.keys)
  await updateSites(tx, plan.changedSites)
  await insertServices(tx, plan.services, onBatch)
  await updateServices(tx, plan.changedServices, onBatch)
}

const planFor = (
  placed: readonly Placed[],
  providerOf: (facility: Facility) => Id<'provider'>,
): { plan: Plan; counts: FindtreatmentCounts } => {
  const plan: Plan = { sites: [], changedSites: [], services: [], changedServices: [], keys: [] }
  const counts = { created: 0, updated: 0, unchanged: 0, servicesAdded: 0 }
  const opened = new Set<Id<'site'>>()
  const keys = new Set(placed.flatMap(({ site }) => site?.keys ?? []))
  for (const one of placed) {
    const { facility, site, siteId } = one
    const providerId = providerOf(facility)
    const matchKey = siteKey(facility.place)
    if (!keys.has(matchKey)) plan.keys.push({ matchKey, siteId })
    keys.add(matchKey)
    const isNewSite = !site && !opened.has(siteId)
    if (isNewSite) {
      plan.sites.push({ id: siteId, providerId, ...siteFacts(facility, undefined) })
      opened.add(siteId)
    }
    const siteChanged = planSite(plan, one, providerId)
    const serviceChanged = planService(plan, one, providerId)
    if (!one.service) counts.servicesAdded++
    if (isNewSite) counts.created++
    else if (siteChanged || serviceChanged) counts.updated++
    else counts.unchanged++
  }
  return { plan, counts }
}

/** The facts of a site follow the row of its oldest service, so that two rows never take turns. */
const planSite = (plan: Plan, { facility, site, service }: Placed, providerId: Id<'provider'>): boolean => {
  if (!site || site.source === 'member' || !service || site.services[0]?.id !== service.id) return false
  const facts = siteFacts(facility, site)
  const before = { ...pick(site, facts), providerId: site.providerId }
  if (isDeepStrictEqual(before, { ...facts, providerId })) return false
  plan.changedSites.push({ id: site.id, providerId, ...facts })
  return true
}

const planService = (
  plan: Plan,
  { facility, siteId, service, site }: Placed,
  providerId: Id<'provider'>,
): boolean => {
  const facts = serviceFacts(facility, service)
  if (!service) {
    plan.services.push({ id: newId(), providerId, siteId, ...facts })
    return true
  }
  if (service.source === 'member') return false
  const moved = !site?.services.includes(service)
  const before = { ...pick(service, facts), providerId: service.providerId }
  if (!moved && isDeepStrictEqual(before, { ...facts, providerId })) return false
  plan.changedServices.push({ id: service.id, providerId, siteId, ...facts })
  return true
}

const pick = <Facts extends object>(from: Facts, like: Facts): Facts =>
  Object.fromEntries(Object.keys(like).map((key) => [key, from[key as keyof Facts]])) as Facts

/** County and ZIP+4 are not in the answer: what the site has from elsewhere stays. */
const siteFacts = ({ place }: Facility, before: SiteFacts | undefined): SiteFacts => {
  const stays = before && before.zip === place.zip
  const county = stays ? before.county : null
  return {
    name: place.name2 || null,
    street: place.street1 || null,
    street2: place.street2 || null,
    city: place.city,
    county,
    state: place.state,
    zip: place.zip,
    zip4: place.zip4 || (stays ? before.zip4 : null),
    latitude: place.latitude,
    longitude: place.longitude,
    timeZone: timeZoneOf(place.state, county ?? undefined) ?? null,
    addressKey: addressKey(place) ?? null,
    source: 'findtreatment',
  }
}

/** Of whom it admits the codes tell little: where they say nothing, what is known from elsewhere stays. */
const profileFacts = (
  { asamLevels, asamEdition, ...said }: CodedProfile,
  before: CodedProfile | undefined,
): CodedProfile => ({
  asamLevels: asamLevels ?? before?.asamLevels ?? null,
  asamEdition: (asamLevels ? asamEdition : before?.asamEdition) ?? null,
  moud: said.moud ?? before?.moud ?? null,
  minAge: said.minAge ?? before?.minAge ?? null,
  maxAge: said.maxAge ?? before?.maxAge ?? null,
  pregnant: said.pregnant ?? before?.pregnant ?? null,
  withChildren: said.withChildren ?? before?.withChildren ?? null,
  walkIn: said.walkIn ?? before?.walkIn ?? null,
})

const serviceFacts = (
  { facts, place, ...facility }: Facility,
  before: CodedProfile | undefined,
): ServiceFacts => ({
  ...facts,
  ...profileFacts(facts, before),
  name: place.name2 || KINDS[facts.kind],
  phone: facility.phone,
  intakePhones: facility.intakePhones,
  hotline: facility.hotline,
  website: facility.website,
  findtreatmentId: facility.findtreatmentId ?? null,
  sourceCodes: facility.codes,
  source: 'findtreatment',
})
