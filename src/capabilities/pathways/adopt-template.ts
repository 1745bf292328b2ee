import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { makePathway } from './make-pathway.ts'
import { publishPathway } from './publish-pathway.ts'

/**
 * Makes a pathway from a template and publishes it as it is; once, however often.
 *
 * @param id of the pathway, made by the caller; the id of its first version follows from it
 */
export const adoptTemplate = async (
  asActor: AsActor,
  actor: MemberActor,
  { id, template }: { readonly id: string; readonly template: string },
  today: Day,
): Promise<{ readonly versionId: string } | Refusal> => {
  const made = await makePathway(asActor, actor, { id, source: template }, today)
  if (isRefusal(made)) return made
  const versionId = derivedId('pathway-version', id)
  const published = await publishPathway(
    asActor,
    actor,
    id,
    { id: versionId, revision: 1, from: today },
    today,
  )
  // Somebody edited or published it since: that stands.
  if (isRefusal(published) && published.refused !== 'changed-since') return published
  return { versionId }
}
