import { describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { readCodes } from './findtreatment-codes.ts'
import { joinListings, type KnownService, type KnownSite } from './join-listings.ts'
import type { Kind } from './listing.ts'
import { addressKey, siteKey } from './match-key.ts'
import type { Facility } from './read-findtreatment.ts'

type Naming = {
  name1?: string
  name2?: string
  street1?: string
  street2?: string
  zip?: string
  latitude?: number
}
const address = {
  street2: '',
  city: 'Pierpoint',
  state: 'VA',
  zip4: '',
  county: '',
  longitude: -78.48,
  line: 1,
}
const naming = ({
  name1 = 'Harbor Light Center',
  name2 = '',
  street1 = '12 Dock Street',
  zip = '22902',
  latitude = 38.03,
  ...rest
}: Naming) => ({ ...address, name1, name2, street1, zip, latitude, ...rest })

const facility = (named: Naming = {}, type = 'SA', findtreatmentId?: string): Facility => ({
  place: naming(named),
  findtreatmentId,
  facts: readCodes(type, []),
  phone: null,
  intakePhones: [],
  hotline: null,
  website: null,
  codes: [],
})

const service = (kind: Kind = 'substance-use', findtreatmentId: string | null = null): KnownService => ({
  id: newId(),
  kind,
  name: 'Help',
  findtreatmentId,
  source: 'samhsa-list',
})
const site = (named: Naming = {}, services = [service()]): KnownSite => {
  const place = naming(named)
  return {
    id: newId(),
    providerName: place.name1,
    name: place.name2 || null,
    latitude: place.latitude,
    longitude: place.longitude,
    addressKey: addressKey(place) ?? null,
    keys: [siteKey(place)],
    services,
  }
}
const joinOne = (one: Facility, known: KnownSite[]) => joinListings([one], known)[0]

describe('a row is joined', () => {
  it('to the listing with its id, whatever it is called now', () => {
    const known = site({}, [service('substance-use', 'frid-1')])
    expect(joinOne(facility({ name1: 'Tidewell' }, 'SA', 'frid-1'), [known])).toMatchObject({
      siteId: known.id,
      service: known.services[0],
    })
  })

  it('to the same name and address in another spelling', () => {
    const known = site({ street2: 'Suite 3' })
    const row = facility({ name1: 'HARBOR LIGHT CENTER', street1: '12 Dock St.', street2: 'Ste 3' })
    expect(joinOne(row, [known])).toMatchObject({ siteId: known.id, service: known.services[0] })
  })

  it('to a place of a similar name at the same street address', () => {
    const known = site({ name1: 'Harbor Light Ctr' })
    expect(joinOne(facility({ street2: 'Second Floor' }), [known])).toMatchObject({
      siteId: known.id,
      service: known.services[0],
    })
  })

  it('to the more similar of two', () => {
    const [men, women] = [site({ name2: 'Men Only' }), site({ name2: 'Women Only' })]
    expect(joinOne(facility({ name2: 'Women Only Prog' }), [men, women])).toMatchObject({
      siteId: women.id,
    })
  })

  it('as another service of the site when it is of another kind', () => {
    const known = site()
    const joined = joinOne(facility({ street2: 'Annex' }, 'MH'), [known])
    expect(joined).toMatchObject({ siteId: known.id, site: known, service: undefined })
  })
})

describe('a row is not joined', () => {
  it('to another name at the address, nor to the same name elsewhere', () => {
    const known = site()
    for (const other of [
      { name1: 'Tidewell Medication Program' },
      { street1: '14 Dock Street' },
      { zip: '22903' },
    ])
      expect(joinOne(facility(other), [known])).toMatchObject({ site: undefined, service: undefined })
  })

  it('to a place whose position is miles away, though the address reads the same', () => {
    expect(joinOne(facility({ latitude: 38.2, street2: 'Annex' }), [site()])).toMatchObject({
      site: undefined,
    })
  })

  it('to another program of the same provider at the address', () => {
    const men = site({ name2: 'Men Only' })
    expect(joinOne(facility({ name2: 'Detoxification Unit' }), [men])).toMatchObject({ site: undefined })
  })

  it('by its address when none is published', () => {
    const known = site({ street1: '- - -' })
    expect(joinOne(facility({ street1: '- - -', name2: 'Residence' }), [known])).toMatchObject({
      site: undefined,
    })
  })

  it('to a service that another row has for sure', () => {
    const known = site({ street2: 'Suite 1' })
    const [similar, exact] = joinListings(
      [facility({ street2: 'Suite 2' }, 'SA', 'b'), facility({ street2: 'Suite 1' }, 'SA', 'a')],
      [known],
    )
    expect(exact).toMatchObject({ siteId: known.id, service: known.services[0] })
    expect(similar?.service).toBeUndefined()
    expect(similar?.siteId).not.toBe(known.id)
  })
})

describe('rows of one answer', () => {
  it('about one address and name become one site', () => {
    const rows = [
      facility({}, 'SA', 'a'),
      facility({ street2: 'Second Floor' }, 'MH', 'b'),
      facility({}, 'HRSA', 'c'),
    ]
    const joined = joinListings(rows, [])
    expect(new Set(joined.map(({ siteId }) => siteId)).size).toBe(1)
    expect(joined.map(({ site: known }) => known)).toEqual([undefined, undefined, undefined])
  })

  it('of the same kind and name stay two services of one site', () => {
    const joined = joinListings([facility({}, 'SA', 'a'), facility({}, 'SA', 'b')], [])
    expect(joined[0]?.siteId).toBe(joined[1]?.siteId)
    expect(joined.map(({ service: known }) => known)).toEqual([undefined, undefined])
  })
})

describe('a listing that changed', () => {
  it('its id is the same listing while its old id is not in the answer', () => {
    const known = site({}, [service('substance-use', 'old')])
    expect(joinOne(facility({}, 'SA', 'new'), [known])).toMatchObject({ service: known.services[0] })
    const [kept, added] = joinListings([facility({}, 'SA', 'old'), facility({}, 'SA', 'new')], [known])
    expect(kept?.service).toBe(known.services[0])
    expect(added?.service).toBeUndefined()
  })

  it('its address takes its service along, to a new site or a known one', () => {
    const before = site({}, [service('substance-use', 'frid')])
    const moved = { street1: '500 Causeway Street' }
    expect(joinOne(facility(moved, 'SA', 'frid'), [before])).toMatchObject({
      site: undefined,
      service: before.services[0],
    })
    const there = site(moved, [])
    expect(joinOne(facility(moved, 'SA', 'frid'), [before, there])).toMatchObject({
      siteId: there.id,
      service: before.services[0],
    })
  })
})
