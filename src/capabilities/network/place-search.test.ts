import { describe, expect, it } from 'vitest'
import { LAST_PAGE, placesAddress, readPlaceSearch } from './place-search.ts'

describe('the address of a search', () => {
  it('comes back as it was, page and all', () => {
    const search = {
      near: 'Zoë’s & co, 22902',
      needs: ['moud', 'shelter'],
      asks: {
        payer: 'medicaid',
        age: 34,
        pregnant: true,
        walkIn: true,
        moud: 'any:start-same-day',
        used: '12-24',
      },
      language: 'Spanish',
      page: 3,
    } as const
    const { searchParams } = new URL(placesAddress(search, 3), 'https://county.example.org')
    const read = readPlaceSearch(
      Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)])),
    )
    expect(read).toEqual(search)
  })

  it('is short where nothing is asked', () => {
    expect(placesAddress(readPlaceSearch({}), 1)).toBe('/places')
  })

  it('passes over what cannot be meant', () => {
    expect(
      readPlaceSearch({
        needs: ['moud', 'money', 'moud'],
        payer: ['gold'],
        age: ['Jay Miller'],
        with: ['pregnant', 'Jay Miller'],
        language: ['Klingon'],
        page: ['-1'],
        near: ['  a\0b  '],
      }),
    ).toEqual({ near: 'a b', needs: ['moud'], asks: { pregnant: true }, language: undefined, page: 1 })
    expect(readPlaceSearch({ payer: ['not-sure'], age: ['121'] }).asks).toEqual({})
    expect(readPlaceSearch({ page: ['two'] }).page).toBe(1)
    expect(readPlaceSearch({ page: ['1.5'] }).page).toBe(1)
    expect(readPlaceSearch({ page: ['1e99'] }).page).toBe(LAST_PAGE)
    expect(readPlaceSearch({ near: ['x'.repeat(5000)] }).near).toHaveLength(100)
  })
})
