import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type LivePathway, listPublished, liveOn } from './list-pathways.ts'
import { insertReferralPathway, selectLastUsed } from './referral-pathway.store.ts'

/** The pathways from which a sender chooses, and the one that is chosen unless they say otherwise. */
export type PathwayChoice = {
  readonly pathways: readonly LivePathway[]
  /** The id of the pathway on which they referred last, or of the first. */
  readonly usual: string | undefined
}

/** On what a member can refer now, by the clock of a zone; asks all at once. */
export const listPathwayChoice = async (tx: Tx, actor: MemberActor, zone: string): Promise<PathwayChoice> => {
  const [published, lastVersion] = await Promise.all([listPublished(tx), selectLastUsed(tx, actor.memberId)])
  const pathways = liveOn(published, dayAt(new Date(), zone))
  const last = published.find(({ id }) => id === lastVersion)?.pathwayId
  const usual = pathways.find(({ pathwayId }) => pathwayId === last) ?? pathways[0]
  return { pathways, usual: usual?.pathwayId }
}

/** Asks for what a referral that is being made can be made on; `chosen` says on which, once its day is known, and `keep` writes it. */
export const readPathways = async (tx: Tx) => {
  const published = await listPublished(tx)
  return {
    /** Written with the referral, and never changed. */
    keep: (referral: Parameters<typeof insertReferralPathway>[1]): Promise<void> =>
      insertReferralPathway(tx, referral),
    /**
     * The pathway that was asked for, or the only one there is. Undefined where the county has none, or several and none
     * was named.
     */
    chosen: (
      asked: string | undefined,
      at: Date,
      zone: string,
    ): LivePathway | undefined | Refusal<'pathway-ended'> => {
      const live = liveOn(published, dayAt(at, zone))
      if (asked === undefined) return live.length === 1 ? live[0] : undefined
      return (
        live.find(({ pathwayId }) => pathwayId === asked) ?? {
          refused: 'pathway-ended',
          fields: { pathwayId: 'This pathway ended. Choose another; nothing you wrote is lost.' },
        }
      )
    },
  }
}
