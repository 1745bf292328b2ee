import { record } from '#audit'
import type { Actor, Trace } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findJurisdiction } from './identity.store.ts'
import { insertNotice, listNotices } from './use-notice.store.ts'

/** CJIS Security Policy AC-8: whose system, that it is watched, what misuse means, that use is consent (CJ-4). */
const USUAL_TEXT =
  'This system is restricted. What you do here can be watched, recorded and checked. Using it without permission is forbidden and can lead to criminal and civil penalties. By signing in you agree to this.'
const LONGEST_NOTICE = 4000

/** What is read before signing in. */
export type UseNotice = readonly {
  /** Whose words they are, where there are several. */
  readonly county?: string
  readonly text: string
}[]

/** The notice that whoever signs in acknowledges: the county's own, or each county's where several share one Causeway. */
export const findUseNotice = async (trace: Trace, asActor: AsActor): Promise<UseNotice> => {
  const counties = await asActor({ kind: 'visitor', trace }, listNotices)
  const own = counties.flatMap(({ county, text }) => (text === null ? [] : [{ county, text }]))
  if (own.length === 0) return [{ text: USUAL_TEXT }]
  if (counties.length === 1) return own.map(({ text }) => ({ text }))
  return [...(own.length < counties.length ? [{ text: USUAL_TEXT }] : []), ...own]
}

/** Sets a county's own notice. From now on everybody acknowledges it before they sign in. */
export const setUseNotice = async (
  actor: Actor,
  asActor: AsActor,
  input: { county: string; text: string },
): Promise<
  { id: Id<'jurisdiction'>; version: number } | Refusal<'no-such-county' | 'notice-empty' | 'notice-too-long'>
> => {
  const text = input.text.trim()
  if (text === '') return { refused: 'notice-empty' }
  if (text.length > LONGEST_NOTICE) return { refused: 'notice-too-long' }
  return asActor(actor, async (tx) => {
    const county = await findJurisdiction(tx, input.county)
    if (!county) return { refused: 'no-such-county' }
    const version = await insertNotice(tx, county.id, text)
    await record(tx, {
      action: 'identity.notice-set',
      outcome: 'done',
      subjectKind: 'county',
      subjectIds: [county.id],
      jurisdictionId: county.id,
      detail: { version },
    })
    return { id: county.id, version }
  })
}
