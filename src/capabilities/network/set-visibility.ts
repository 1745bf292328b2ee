import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type Columns, FACT_NAMES, FACTS, type FactName, shownInstead } from './audience.ts'
import { findForProgram, keepFacts, listKeptFacts, setAudience } from './visibility.store.ts'
import {
  faultsOf,
  frontDoorColumns,
  type Known,
  newlyShownTo,
  PART_NAMES,
  type Settings,
  withinReach,
} from './visibility.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A listing as its own program knows it; undefined for everybody who does not speak for it. */
export const findKnown = async (tx: Tx, serviceId: string): Promise<Known | undefined> => {
  const row = await findForProgram(tx, serviceId)
  if (!row) return undefined
  const kept = await listKeptFacts(tx, serviceId)
  const truth = (of: 'site' | 'service'): Columns =>
    Object.assign(
      { ...row[of] },
      ...kept.filter(({ fact }) => FACTS[fact].of === of).map(({ value }) => value),
    )
  const { siteDoor, serviceDoor, providerShownTo, siteShownTo, serviceShownTo, ...rest } = row
  return {
    ...rest,
    serviceId,
    site: truth('site'),
    service: truth('service'),
    settings: {
      shownTo: { provider: providerShownTo, site: siteShownTo, service: serviceShownTo },
      facts: Object.fromEntries(kept.map(({ fact, audiences }) => [fact, audiences])),
      frontDoor: {
        name: text(siteDoor.name),
        street: text(siteDoor.street),
        city: text(siteDoor.city),
        zip: text(siteDoor.zip),
        phone: text(serviceDoor.phone),
      },
    },
  }
}

/**
 * Publishes who is shown what of a listing. What is kept leaves the rows that are searched, and stands only where its
 * audiences read it.
 *
 * @param toldSo that a program without an account here has said so itself
 */
export const setVisibility = (actor: Actor, asActor: AsActor, wish: Wish): Promise<Published> =>
  asActor<Published>(actor, (tx) => publish(tx, wish))

type Wish = { readonly serviceId: string; readonly settings: Settings; readonly toldSo: boolean }
type Published = { kept: readonly FactName[] } | Refusal<'no-such-service' | 'not-yet'>

/** The same within a transaction that does more. */
export const publish = async (tx: Tx, { serviceId, settings: wished, toldSo }: Wish): Promise<Published> => {
  const known = await findKnown(tx, serviceId)
  if (!known) return { refused: 'no-such-service' }
  const settings = withinReach(known, wished)
  const faults = faultsOf(settings)
  if (faults) return { refused: 'not-yet', fields: faults }
  if (!known.hasOwner && newlyShownTo(known, settings).length > 0 && !toldSo)
    return {
      refused: 'not-yet',
      fields: { 'told-so': 'Ask the program first: it decides who is shown it.' },
    }
  const kept = FACT_NAMES.filter((fact) => settings.facts[fact])
  const door = frontDoorColumns(settings.frontDoor, known.site)
  const instead = (of: 'site' | 'service'): Columns =>
    Object.assign({}, ...kept.filter((fact) => FACTS[fact].of === of).map((fact) => shownInstead(fact, door)))
  const { siteId, providerId } = known
  await keepFacts(
    tx,
    { siteId, serviceId },
    kept.map((fact) => ({
      fact,
      audiences: [...(settings.facts[fact] ?? [])],
      value: Object.fromEntries(FACTS[fact].columns.map((column) => [column, known[FACTS[fact].of][column]])),
    })),
  )
  const { shownTo } = settings
  await setAudience(tx, 'service', serviceId, shownTo.service, {
    true: known.service,
    instead: instead('service'),
  })
  if (known.maySite)
    await setAudience(tx, 'site', siteId, shownTo.site, { true: known.site, instead: instead('site') })
  if (known.mayProvider) await setAudience(tx, 'provider', providerId, shownTo.provider)
  await record(tx, {
    action: 'network.audiences-set',
    outcome: 'done',
    subjectKind: 'service',
    subjectIds: [serviceId],
    detail: {
      ...Object.fromEntries(PART_NAMES.map((part) => [part, shownTo[part].join('+')])),
      kept: kept.join('+'),
      toldSo,
    },
  })
  return { kept }
}
