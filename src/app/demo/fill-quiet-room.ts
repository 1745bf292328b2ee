import { addListing } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

/** A room whose address its program keeps: partners are told it, everybody else reads the front door, police nothing. */
export const fillQuietRoom = async (asActor: AsActor): Promise<void> => {
  await addListing({ kind: 'operator' }, asActor, {
    provider: { id: demoId(4, 3), name: 'Tideline Harm Reduction' },
    site: {
      id: demoId(5, 11),
      name: 'The quiet room',
      street: '3 Ropewalk Lane',
      city: 'Mill Village',
      county: COUNTY.name,
      state: COUNTY.state,
      zip: '04609',
      timeZone: COUNTY.timeZone,
      latitude: 44.2711,
      longitude: -68.2812,
    },
    service: {
      id: demoId(6, 11),
      name: 'Rest, supplies and somebody who stays with you',
      kind: 'other',
      needs: ['harm-reduction'],
      fees: ['free'],
      offers: ['naloxone', 'syringe-exchange', 'test-strips'],
      phone: '207-555-0116',
      hours: [{ days: [5, 6, 7], opens: '18:00', closes: '06:00' }],
      organizationId: ORGANIZATIONS.tideline.id,
    },
    audiences: {
      shownTo: {
        provider: ['public', 'partners', 'coordinators', 'police'],
        site: ['public', 'partners', 'coordinators', 'police'],
        service: ['partners', 'coordinators'],
      },
      facts: { address: ['coordinators'], phone: ['partners', 'coordinators'] },
      frontDoor: {
        name: 'Ask at the drop-in',
        street: '31 Dock Street',
        city: 'Pierpoint',
        zip: '04609',
        phone: '207-555-0105',
      },
    },
  })
}
