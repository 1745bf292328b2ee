import { describe, expect, it } from 'vitest'
import { LAST_PAGE, placesAddress, readPlaceSearch } from './place-search.ts'

describe('the address of a search', () => {
  it('comes back as it was, page and all', () => {
    const search = {
      near: 'Zoë’s & co, 22902',
      needs: ['moud', 'shelter'],
      payer: 'medicaid',
      page: 3,
    } as const
    const { searchParams } = new URL(placesAddress(search, 3), 'https://county.example.org')
    const read = readPlaceSearch({
      near: searchParams.getAll('near'),
      needs: searchParams.getAll('needs'),
      payer: searchParams.getAll('payer'),
      page: searchParams.getAll('page'),
    })
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
        page: ['-1'],
        near: ['  a\0b  '],
      }),
    ).toEqual({ near: 'a b', needs: ['moud'], payer: undefined, page: 1 })
    expect(readPlaceSearch({ page: ['two'] }).page).toBe(1)
    expect(readPlaceSearch({ page: ['1.5'] }).page).toBe(1)
    expect(readPlaceSearch({ page: ['1e99'] }).page).toBe(LAST_PAGE)
    expect(readPlaceSearch({ near: ['x'.repeat(5000)] }).near).toHaveLength(100)
  })
})
