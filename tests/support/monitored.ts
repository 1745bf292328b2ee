import { findLiveReleases, type ReleaseSigning, signRelease } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import type { DataClass } from '#kernel/data-classes.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { CareCounty } from './care-county.ts'
import { heldCharge, partner, wholeRelease } from './whole-release.ts'

/** Somebody at a prosecutor's office who monitors people for whom a charge is held (42 CFR 2.35). */
export type Monitored = {
  readonly monitor: MemberActor
  /** Signs a release of a kind about a person for whom a charge is held. */
  readonly sign: (
    person: string,
    kind: ReleaseSigning['kind'],
    changes?: object,
  ) => Promise<{ heldChargeId: string; whole: ReleaseSigning }>
  /** What live releases about a person tell somebody. */
  readonly toldTo: (person: string, actor: MemberActor) => Promise<DataClass[]>
}

export const monitored = async (care: CareCounty): Promise<Monitored> => {
  const monitor = await partner(care, 'prosecutor', 'prosecutor')
  const supervisorId = (await care.county.hire('provider', 'manager')).memberId
  // Who is monitored with has kept the golden rule, as everybody at police and courts who may see a release.
  await care.attest(monitor)
  return {
    monitor,
    sign: async (person, kind, changes = {}) => {
      const heldChargeId = await heldCharge(care, person, monitor)
      const parties = {
        personId: person,
        police: care.county.police,
        partner: monitor.organizationId,
        charge: { monitor, heldChargeId, supervisorId },
      }
      const whole = { ...wholeRelease(kind, parties), ...changes }
      const signed = await signRelease(care.asActor, care.desk, whole)
      if (isRefusal(signed)) throw new Error(signed.refused)
      return { heldChargeId, whole }
    },
    toldTo: async (person, actor) => {
      const live = await care.asActor(actor, (tx) => findLiveReleases(tx, person, actor.organizationId))
      return live.flatMap(({ dataClasses }) => dataClasses)
    },
  }
}
