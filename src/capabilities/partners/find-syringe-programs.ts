import { stateAt } from '#design'
import { getCounty, listCounties } from '#identity'
import { type Excerpt, findExcerpt } from '#jurisdiction-cards'
import type { Actor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import { type Coordinates, milesBetween } from '#kernel/geo.ts'
import { locate } from '#network'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { listSyringePrograms, type SyringeProgram } from './partners.store.ts'

export type FoundProgram = SyringeProgram & { readonly miles: number | undefined }

export type FoundPrograms = {
  readonly programs: readonly FoundProgram[]
  /** Near what; undefined when nobody said where, or nobody knows where that is. */
  readonly near: string | undefined
  readonly card: Excerpt | undefined
}

/** What the law of a state says that counts for a syringe program, whoever goes there, and an officer who meets them. */
export const LAW = [
  'syringe-services.authorization',
  'syringe-services.participant-syringe-possession',
  'syringe-services.residue-protection',
  'syringe-services.tell-officer',
  'syringe-services.citation',
] as const

const SHOWN = 20
const LOOKED_AT = 60

/** The syringe programs nearest to a place that whoever asks is shown, with what the law of that state says. */
export const findSyringePrograms = (
  asActor: AsActor,
  actor: Actor,
  text: string,
  today: Day,
): Promise<FoundPrograms> =>
  asActor(actor, async (tx) => {
    const place = text ? await locate(tx, text) : undefined
    const county = text ? undefined : await ownCounty(tx)
    const near: Coordinates | undefined = place ?? county
    const programs = await listSyringePrograms(tx, near, LOOKED_AT)
    const state = place ? stateAt(place) : county?.state
    return {
      programs: programs
        .map((program) => ({ ...program, miles: milesTo(program, near) }))
        .toSorted((a, b) => (a.miles ?? Number.POSITIVE_INFINITY) - (b.miles ?? Number.POSITIVE_INFINITY))
        .slice(0, SHOWN),
      near: place?.label ?? county?.name,
      card: state ? await findExcerpt(tx, state, LAW, today) : undefined,
    }
  })

const milesTo = (
  { latitude, longitude }: SyringeProgram,
  near: Coordinates | undefined,
): number | undefined =>
  near && latitude !== null && longitude !== null ? milesBetween(near, { latitude, longitude }) : undefined

/** A member's county; for anybody else the only one there is. */
const ownCounty = async (tx: Tx) => {
  const { actor } = tx
  if ('jurisdictionId' in actor) return getCounty(tx, actor.jurisdictionId)
  const [only, ...others] = await listCounties(tx)
  return only && others.length === 0 ? getCounty(tx, only.id) : undefined
}
