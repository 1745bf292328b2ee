import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { type LivePathway, listPublished, liveOn } from '#pathways'
import type { Tx } from '#platform/database/as-actor.ts'
import { selectLastUsed } from './referral-pathway.store.ts'

/** The pathways from which a sender chooses, and the one that is chosen unless they say otherwise. */
export type PathwayChoice = {
  readonly pathways: readonly LivePathway[]
  /** The id of the pathway on which they referred last, or of the first. */
  readonly usual: string | undefined
}

/** On what a member can refer today. */
export const listPathwayChoice = async (tx: Tx, actor: MemberActor, today: Day): Promise<PathwayChoice> => {
  const [published, lastVersion] = await Promise.all([listPublished(tx), selectLastUsed(tx, actor.memberId)])
  const pathways = liveOn(published, today)
  const last = published.find(({ versions }) => versions.some(({ id }) => id === lastVersion))?.id
  const usual = pathways.find(({ pathwayId }) => pathwayId === last) ?? pathways[0]
  return { pathways, usual: usual?.pathwayId }
}

/**
 * The pathway on which a referral is made: the one that was asked for, or the only one there is. Undefined where the
 * county has none, or several and none was named.
 */
export const choosePathway = (
  live: readonly LivePathway[],
  asked: string | undefined,
): LivePathway | undefined | Refusal<'pathway-ended'> => {
  if (asked === undefined) return live.length === 1 ? live[0] : undefined
  return (
    live.find(({ pathwayId }) => pathwayId === asked) ?? {
      refused: 'pathway-ended',
      fields: { pathwayId: 'This pathway ended. Choose another; nothing you wrote is lost.' },
    }
  )
}
