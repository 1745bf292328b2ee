import { listMissingAgreements, type MissingAgreement } from '#agreements'
import { findOrganizations, getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import { type FoundService, findOffer, findServices, locate, type Need, type Payer } from '#network'
import type { Tx } from '#platform/database/as-actor.ts'

export type ReceiverQuery = {
  readonly needs: readonly Need[]
  readonly payer: Payer | undefined
  /** What was typed for the place, such as "Dock Street and 3rd". */
  readonly whereabouts: string
  /** Where the phone says it is; goes before what was typed. */
  readonly position: { readonly latitude: number; readonly longitude: number } | undefined
  /** The id of the service that the officer chose; stays among those shown, however far down it stands. */
  readonly chosen: string
  readonly zone: string
  readonly at: Date
  readonly limit: number
}

export type Receivers = {
  readonly places: readonly FoundService[]
  /** Near what the places were looked for. */
  readonly near: string
  /** Why the place that was chosen is not among them, where an agreement is missing (P2-004). */
  readonly missing: readonly MissingAgreement[]
  /** Whether somebody said what would help; until then these are places of every kind. */
  readonly fitsNeeds: boolean
}

/** What stands in a form for "whichever fits best": which that is, is found out when it is sent. */
export const BEST_FIT = 'best-fit'

/** How far down a place that was chosen is looked for. */
const LOOK_AT = 50

/**
 * Places of the officer's own county that can receive a referral, nearest and open first. A Part 2 program without
 * its agreement cannot (P2-004), nor one with which the county asks for another: it is left out like a place that takes
 * no part, and where it was chosen, what is missing is said. Where the person is comes from the phone, else from the
 * words typed, else it is the middle of the county.
 */
export const findReceivers = async (tx: Tx, actor: MemberActor, query: ReceiverQuery): Promise<Receivers> => {
  const [county, named, missing] = await Promise.all([
    getCounty(tx, actor.jurisdictionId),
    query.position || !query.whereabouts ? undefined : locate(tx, query.whereabouts),
    missingOf(tx, actor, query.chosen),
  ])
  const places = await findServices(tx, {
    near: query.position ?? named ?? county,
    needs: query.needs,
    payer: query.payer,
    at: query.at,
    zone: query.zone,
    referableOnly: true,
    limit: isId(query.chosen) ? LOOK_AT : query.limit,
  })
  return {
    places: withChosen(places, query),
    missing,
    near: query.position ? 'where you are' : (named?.label ?? county.name),
    fitsNeeds: query.needs.length > 0,
  }
}

const missingOf = async (
  tx: Tx,
  { organizationId, jurisdictionId }: MemberActor,
  chosen: string,
): Promise<readonly MissingAgreement[]> => {
  const offer = isId(chosen) ? await findOffer(tx, chosen) : undefined
  if (!offer?.organizationId || offer.status !== 'active') return []
  const to = (await findOrganizations(tx, [offer.organizationId])).get(offer.organizationId)
  if (to?.jurisdictionId !== jurisdictionId || to.closedAt) return []
  return listMissingAgreements(tx, { from: organizationId, to: to.id })
}

const withChosen = (
  places: readonly FoundService[],
  { limit, chosen }: ReceiverQuery,
): readonly FoundService[] => {
  const at = places.findIndex(({ serviceId }) => serviceId === chosen)
  return at < limit ? places.slice(0, limit) : [...places.slice(0, limit - 1), ...places.slice(at, at + 1)]
}
