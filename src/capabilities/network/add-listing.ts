import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import type { Coordinates } from '#kernel/geo.ts'
import type { Hours } from '#kernel/hours.ts'
import type { Id } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertProvider, insertService, insertSite, keepPlace, type NewProfile } from './add-listing.store.ts'
import type {
  AcceptedPayer,
  Age,
  Fee,
  Gender,
  Kind,
  Medicine,
  Need,
  Offering,
  Setting,
  Status,
  Visibility,
} from './listing.ts'
import { addressKey } from './match-key.ts'
import { publish } from './set-visibility.ts'
import type { Settings } from './visibility.ts'

/** What one provider offers at one site. Whatever nobody knows is left out: unknown is not a no. */
export type NewListing = {
  readonly provider: { readonly id: Id<'provider'>; readonly name: string; readonly website?: string }
  readonly site: {
    readonly id: Id<'site'>
    readonly name?: string
    /** Left out where the address is not published. */
    readonly street?: string
    readonly city: string
    readonly county?: string
    readonly state: string
    readonly zip: string
    readonly timeZone: string
  } & Partial<Coordinates>
  readonly service: {
    readonly id: Id<'service'>
    readonly name: string
    readonly kind: Kind
    readonly needs: readonly Need[]
    readonly status?: Status
    readonly medicines?: readonly Medicine[]
    readonly payers?: readonly AcceptedPayer[]
    readonly fees?: readonly Fee[]
    readonly ages?: readonly Age[]
    readonly genders?: readonly Gender[]
    readonly languages?: readonly string[]
    readonly settings?: readonly Setting[]
    readonly offers?: readonly Offering[]
    readonly phone?: string
    readonly hours?: Hours
    /** When somebody new is taken in, where that is not as the door. */
    readonly intakeHours?: Hours
    readonly profile?: NewProfile
    /** The organization that offers it and answers its referrals, if it takes part. */
    readonly organizationId?: Id<'organization'>
    readonly intakeEmail?: string
    /** The day on which somebody checked it with the place itself, YYYY-MM-DD. */
    readonly verifiedOn?: string
  }
  /** Who is shown the site and the service; unless said, partners of a harm-reduction program, and everybody else's everybody. */
  readonly visibility?: Exclude<Visibility, 'chosen'>
  /** Who is shown what of it from the first moment, as its program has said. */
  readonly audiences?: Settings
}

/** A program that keeps people safer and treats nobody says itself that police and the public are shown it. */
const usualVisibility = (needs: readonly Need[]): 'public' | 'partners' =>
  needs.includes('harm-reduction') && !needs.includes('treatment') && !needs.includes('moud')
    ? 'partners'
    : 'public'

/**
 * Adds a service to the directory, with its site and provider where they are not there yet. All are known by their ids:
 * what is there already stays as it is.
 *
 * @returns whether the service was added
 */
export const addListing = (
  actor: Actor,
  asActor: AsActor,
  { provider, site, service, visibility = usualVisibility(service.needs), audiences }: NewListing,
): Promise<boolean> =>
  asActor(actor, async (tx) => {
    await insertProvider(tx, provider)
    // By its address an import finds the site again, and lists nothing twice.
    const address = { addressKey: addressKey({ street1: site.street ?? '', zip: site.zip }) ?? null }
    await insertSite(tx, { ...site, ...address, providerId: provider.id, visibility })
    const {
      needs,
      medicines,
      payers,
      fees,
      ages,
      genders,
      languages,
      settings,
      offers,
      hours,
      intakeHours,
      profile,
      ...rest
    } = service
    const isNew = await insertService(tx, {
      ...rest,
      ...profile,
      needs: [...needs],
      medicines: medicines ? [...medicines] : null,
      payers: payers ? [...payers] : null,
      fees: fees ? [...fees] : null,
      ages: ages ? [...ages] : null,
      genders: genders ? [...genders] : null,
      languages: languages ? [...languages] : null,
      settings: settings ? [...settings] : null,
      offers: offers ? [...offers] : null,
      hours: hours ? JSON.stringify(hours) : null,
      intakeHours: intakeHours ? JSON.stringify(intakeHours) : null,
      providerId: provider.id,
      siteId: site.id,
      visibility,
    })
    if (isNew)
      await record(tx, {
        action: 'network.listing-added',
        outcome: 'done',
        subjectKind: 'service',
        subjectIds: [service.id],
      })
    if (isNew && audiences) {
      const done = await publish(tx, { serviceId: service.id, settings: audiences, toldSo: true })
      if (isRefusal(done)) throw new Error(`Nobody can be shown this listing like that: ${done.refused}`)
    }
    return isNew
  })

/** Keeps the name that people of a county use for a place, so that it can be found without a map service. */
export const addPlaceName = (
  actor: Actor,
  asActor: AsActor,
  place: { readonly jurisdictionId: Id<'jurisdiction'>; readonly name: string } & Coordinates,
): Promise<void> =>
  asActor(actor, async (tx) => {
    await keepPlace(tx, place)
  })
