import { describe, expect, test } from 'vitest'
import { guessColumns } from './guess-columns.ts'
import { readOpeningHours } from './read-opening-hours.ts'
import { readTableRow } from './read-table-row.ts'

describe('columns are guessed', () => {
  test('by their names, in the words of many lists', () => {
    expect(
      guessColumns(['Organization Name', 'street_address', 'City', 'State', 'ZIPCODE', 'Phone Number'], []),
    ).toEqual({
      0: 'provider',
      1: 'street',
      2: 'city',
      3: 'state',
      4: 'zip',
      5: 'phone',
    })
  })

  test('by their values where the name says nothing, and never twice', () => {
    const rows = [
      ['a', '04401', 'ME', '(207) 555-0100', '44.801234', '-68.771234', '04401'],
      ['b', '04402', 'NH', '207-555-0101', '44.901234', '-68.871234', '04402'],
    ]
    expect(guessColumns(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'], rows)).toEqual({
      1: 'zip',
      2: 'state',
      3: 'phone',
      4: 'latitude',
      5: 'longitude',
    })
  })
})

describe('opening hours in words', () => {
  test.each([
    ['24/7', [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '00:00' }]],
    ['Mon-Fri 8:00-17:00', [{ days: [1, 2, 3, 4, 5], opens: '08:00', closes: '17:00' }]],
    ['Mon, Wed 9am-1pm; Sun closed', [{ days: [1, 3], opens: '09:00', closes: '13:00' }]],
    ['weekdays 9-5pm', [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }]],
    [
      'Tue 8:30am-12pm, 1pm-5pm',
      [
        { days: [2], opens: '08:30', closes: '12:00' },
        { days: [2], opens: '13:00', closes: '17:00' },
      ],
    ],
  ])('%s', (text, hours) => expect(readOpeningHours(text)).toEqual(hours))

  test.each([
    '8-5',
    'Mon 8-5',
    'by appointment',
    'Mon-Fri 8:00-17:00; and by phone',
    'Mon 25:00-26:00',
    'Fri-Mon 8:00-9:00',
  ])('are unknown where they are not clear: %s', (text) => expect(readOpeningHours(text)).toBeUndefined())
})

describe('a row of a table', () => {
  const read = (cells: Record<string, string>) => {
    const fields = Object.keys(cells)
    return readTableRow(
      { line: 2, cells: Object.values(cells) },
      Object.fromEntries(fields.map((field, column) => [column, field])) as Parameters<
        typeof readTableRow
      >[1],
    )
  }
  const PLACE = { provider: 'Tide House', city: 'Bangor', state: 'me', zip: '4401' }

  test('gets its lost zeros back, and the middle of its ZIP code where it has no coordinates', () => {
    const { row, findings } = read(PLACE)
    expect(row?.place).toMatchObject({ zip: '04401', state: 'ME' })
    expect(row?.place.latitude).toBeCloseTo(44.8, 0)
    expect(findings.map(({ kind }) => kind)).not.toContain('skipped')
  })

  test('says what it means in our words, whatever it calls it', () => {
    const { row, findings } = read({
      ...PLACE,
      needs: 'SUD treatment, MAT',
      payers: 'Medicaid; uninsured',
      pregnant: 'yes',
      asam3: '3.7-WM; 2.1',
      languages: 'English, Spanish',
      verifiedOn: '1/31/2026',
      minAge: '18',
    })
    expect(findings.filter(({ kind }) => kind !== 'noted')).toEqual([])
    expect(row?.facts).toEqual({
      needs: ['treatment', 'moud'],
      payers: ['medicaid', 'none'],
      pregnant: 'accepted',
      asamLevels: ['3.7-WM', '2.1'],
      asamEdition: '3',
      languages: ['Spanish'],
      verifiedOn: '2026-01-31',
      minAge: 18,
    })
  })

  test.each([
    [{ phone: '555' }, 'phone'],
    [{ website: 'javascript:alert(1)' }, 'website'],
    [{ needs: 'magic' }, 'needs'],
    [{ minAge: '-1' }, 'minAge'],
    [{ verifiedOn: '2026-02-30' }, 'verifiedOn'],
    [{ asam4: '3.3' }, 'asam4'],
  ])('keeps what it cannot understand unknown: %j', (cells, field) => {
    const { row, findings } = read({ ...PLACE, ...cells })
    expect(row?.facts).toEqual({})
    expect(findings).toContainEqual(expect.objectContaining({ line: 2, kind: 'blank', field }))
  })

  test.each([
    [{ ...PLACE, provider: '' }, 'It has no name.'],
    [{ ...PLACE, state: 'ZZ' }, '“ZZ” is not a state.'],
    [{ ...PLACE, zip: 'none' }, '“none” is not a ZIP code.'],
    [{ ...PLACE, minAge: '30', maxAge: '20' }, 'Its youngest age is above its oldest.'],
  ])('is left out, with why: %j', (cells, says) => {
    expect(read(cells)).toMatchObject({ findings: [{ kind: 'skipped', says }] })
    expect(read(cells).row).toBeUndefined()
  })
})
