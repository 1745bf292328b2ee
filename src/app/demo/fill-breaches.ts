import type { MemberActor } from '#kernel/actor.ts'
import { addDays, dayAt } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { assessBreach, closeBreach, countAffected, openBreach } from '#privacy'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

/** Gives the invented county's register a breach that is open, and one that four factors closed. Once, however often. */
export const fillBreaches = async (asActor: AsActor, office: MemberActor, now: Date): Promise<void> => {
  const today = dayAt(now, COUNTY.timeZone)
  const [letter, folder] = ['letter', 'folder'].map((name) => derivedId('breach', `invented: ${name}`))
  if (!letter || !folder) return
  const opened = await openBreach(
    asActor,
    office,
    {
      ...{ id: letter, organizationId: ORGANIZATIONS.lantern.id, how: 'wrong-recipient' },
      discoveredOn: addDays(today, -6),
      what: 'Two appointment letters went out in one envelope. Whoever got it called us and reads out one line of the other.',
    },
    today,
  )
  if (!('opened' in opened) || !opened.opened) return
  await countAffected(asActor, office, letter, { affected: 1, mostInOneState: null })
  await openBreach(
    asActor,
    office,
    {
      ...{ id: folder, organizationId: ORGANIZATIONS.navigators.id, how: 'lost' },
      discoveredOn: addDays(today, -30),
      what: 'A closed folder was left in the back of a county car for a night.',
    },
    today,
  )
  const factors = {
    nature: 'Three first names and times of rides. No last names, no word about treatment.',
    recipient: 'Nobody but the next driver, of the same program.',
    acquired: 'The seal was whole in the morning.',
    mitigated: 'Got back after nine hours; the driver said so in writing.',
  }
  await assessBreach(asActor, office, folder, { ...factors, finding: 'low-probability' }, now)
  await closeBreach(asActor, office, folder, 'Folders are signed out and in with the keys of the car.', now)
}
