import { addCounty, addMember, addOrganization, listCounties } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { addListing, addPlaceName } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { CannotStart } from '#platform/postgres/cannot-start.ts'
import { fillAgreements } from './fill-agreements.ts'
import { fillQuietRoom } from './fill-quiet-room.ts'
import { LISTINGS, PLACE_NAMES } from './listings.ts'
import { MEMBERS } from './members.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const OPERATOR: Actor = { kind: 'operator' }

/**
 * Loads the invented county into an empty database, as a whole or not at all; leaves one that holds it as it is.
 *
 * @throws CannotStart when a real county is there, which must not stand open to whoever clicks
 */
export const fillDemonstration = async (asActor: AsActor): Promise<void> => {
  await asActor(OPERATOR, async (tx) => {
    const counties = await listCounties(tx)
    const real = counties.find(({ isDemo }) => !isDemo)
    if (real)
      throw new CannotStart(
        `--demo lets anybody in, and this database holds a real county (${real.name}). Start without --demo, or set DATA_DIR to another folder.`,
      )
    if (counties.length > 0) return
    // Each verb opens a transaction of its own; here they all do their work in this one.
    await loadCounty((_, work) => work(tx))
  })
  await fillAgreements(asActor)
  await fillQuietRoom(asActor)
}

const loadCounty = async (within: AsActor): Promise<void> => {
  const jurisdictionId = done(await addCounty(OPERATOR, within, COUNTY)).id
  for (const organization of Object.values(ORGANIZATIONS))
    done(await addOrganization(OPERATOR, within, { jurisdictionId, ...organization }))
  for (const member of MEMBERS) done(await addMember(OPERATOR, within, { jurisdictionId, ...member }))
  for (const place of PLACE_NAMES) await addPlaceName(OPERATOR, within, { jurisdictionId, ...place })
  for (const listing of LISTINGS) await addListing(OPERATOR, within, listing)
}

const done = <Result extends object>(answer: Result | Refusal): Result => {
  if (isRefusal(answer)) throw new Error(`The invented county cannot be loaded: ${answer.refused}`)
  return answer
}
