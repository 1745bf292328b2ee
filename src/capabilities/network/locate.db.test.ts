import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, MemberActor } from '#kernel/actor.ts'
import { testCounty } from '#tests/support/county.ts'
import { OPERATOR, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { addPlaceName } from './add-listing.ts'
import { locate } from './locate.ts'

let directory: TestDirectory
let officer: MemberActor
beforeAll(async () => {
  directory = await testDirectory()
  officer = await directory.hire('police', 'officer')
  const { asActor, countyId: jurisdictionId } = directory
  for (const place of [
    { name: 'Pierpoint', latitude: 44.3, longitude: -68.2 },
    { name: 'East Pierpoint', latitude: 44.4, longitude: -68.1 },
    { name: 'San José', latitude: 44.5, longitude: -68.3 },
  ])
    await addPlaceName(OPERATOR, asActor, { jurisdictionId, ...place })
  await directory.list({ city: 'Marlow', miles: 10 })
  await directory.list({ city: 'Marlow', miles: 12 })
  await directory.list({ city: 'MARLOW', miles: 14 })
  await directory.list({ city: 'Nowhere', miles: null })
  const far = await directory.list({ city: 'Marlow', miles: 1 })
  await directory.base.admin.query(
    `update site set state = 'OR', latitude = 45.5, longitude = -122.6
     where id = (select site_id from service where id = $1)`,
    [far],
  )
})
afterAll(() => directory.close())

const find = (text: string, actor: Actor = officer) => directory.asActor(actor, (tx) => locate(tx, text))

describe('where somebody is, from what was typed', () => {
  it('is a ZIP code, with or without words around it', async () => {
    const alone = await find('04609')
    expect(alone).toMatchObject({ label: 'ZIP code 04609', isWholeText: true })
    expect(alone?.latitude).toBeCloseTo(44.4, 0)
    expect(await find(' 04609-1234 ')).toMatchObject({ label: 'ZIP code 04609', isWholeText: true })
    expect(await find('detox, 04609')).toMatchObject({ label: 'ZIP code 04609', isWholeText: false })
  })

  it('is a place of the county, the longest name first, whatever the accents and capitals', async () => {
    expect(await find('PIERPOINT')).toMatchObject({ latitude: 44.3, label: 'Pierpoint', isWholeText: true })
    expect(await find('Dock Street, east pierpoint')).toMatchObject({
      label: 'East Pierpoint',
      isWholeText: false,
    })
    expect(await find('san jose')).toMatchObject({ label: 'San José', isWholeText: true })
  })

  it('is a town in which somebody is listed, at the middle of them, the one near the county first', async () => {
    const marlow = await find('marlow')
    expect(marlow).toMatchObject({ label: expect.stringMatching(/^marlow, ME$/i), isWholeText: true })
    expect(marlow?.latitude).toBeCloseTo(44.3 + 12 / 69.0934, 3)
    expect(await find('Marlow, OR')).toMatchObject({ latitude: 45.5, longitude: -122.6, isWholeText: true })
    expect(await find('marlow or')).toMatchObject({ latitude: 45.5 })
    expect(await find('12 Main Street, Marlow, ME')).toMatchObject({ isWholeText: false })
  })

  it.each([
    'xylophone',
    '',
    ' , ',
    '00000',
    'ME',
    'Marlow, TX',
    'Nowhere',
    '%',
    "'; drop table site; --",
    '🛟',
  ])('is nowhere that we know of: %j', async (text) => {
    expect(await find(text)).toBeUndefined()
  })

  it('is for a visitor, whose county nobody knows, the town with the most places', async () => {
    expect((await find('Marlow', { kind: 'visitor' }))?.label).toMatch(/, ME$/)
  })

  it('does not know the names of another county', async () => {
    const { asActor } = directory
    const other = await testCounty(asActor)
    await addPlaceName(OPERATOR, asActor, {
      jurisdictionId: other.id,
      name: 'Quay',
      latitude: 43.7,
      longitude: -70.2,
    })
    expect(await find('Quay')).toBeUndefined()
    expect(await find('Quay', await other.hire('police', 'officer'))).toMatchObject({ label: 'Quay' })
  })
})
