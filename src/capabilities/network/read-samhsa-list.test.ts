import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '#kernel/refusal.ts'
import { summary } from './import-report.ts'
import { readSamhsaList, type SamhsaList } from './read-samhsa-list.ts'

const EXAMPLE = join(import.meta.dirname, 'examples', 'samhsa-list.csv')
const HEADER = 'name1,name2,street1,street2,city,state,zip,zip4,county,latitude,longitude'
const GOOD = 'Harbor Light Center,,12 Dock Street,,Charlottesville,VA,22902,,Albemarle,38.03,-78.48'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samhsa-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = async (content: string | Buffer): Promise<string> => {
  const path = join(folder, 'list.csv')
  await writeFile(path, content)
  return path
}
const readText = async (content: string | Buffer) => readSamhsaList(await file(content))
const readRows = (...rows: string[]) => readText([HEADER, ...rows, ''].join('\n'))
const accepted = (answer: Awaited<ReturnType<typeof readText>>): SamhsaList => {
  if (isRefusal(answer)) throw new Error(`${answer.refused}: ${answer.explanation}`)
  return answer
}

describe('a list as SAMHSA gives it', () => {
  it('is read with every repair, repeat and doubt counted and named by its line', async () => {
    const list = accepted(await readSamhsaList(EXAMPLE))
    expect(list.places).toHaveLength(20)
    expect(summary(list.read, { created: 20, updated: 0, unchanged: 0 }, list.findings)).toEqual({
      read: 22,
      created: 20,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      duplicates: 2,
      repaired: 5,
      exactDuplicates: 1,
      merged: 1,
      repairedZips: 4,
      repairedZip4s: 1,
      farFromZip: 1,
      withheldAddresses: 1,
    })
    const lines = (kind: string) => list.findings.filter((one) => one.kind === kind).map(({ line }) => line)
    expect(lines('zip')).toEqual([2, 3, 4, 5])
    expect(lines('zip4')).toEqual([3])
    expect(lines('duplicate')).toEqual([7])
    expect(lines('merged')).toEqual([9])
    expect(lines('withheld')).toEqual([14])
    expect(lines('far')).toEqual([19])
  })

  it('gets back the zeros of New England and Puerto Rico', async () => {
    const { places } = accepted(await readSamhsaList(EXAMPLE))
    expect(places.map(({ zip }) => zip)).toEqual(expect.arrayContaining(['04101', '02114', '00901']))
    expect(places.find(({ name2 }) => name2 === 'Women’s Program')?.zip4).toBe('0042')
  })

  it('keeps of a repeated place the position that fits the ZIP code, whichever comes first', async () => {
    const near = 'Haven,,1 Way,,Alliance,NE,69301,,Box Butte,42.1031,-102.8576'
    const far = 'Haven,,1 Way,,Alliance,NE,69301,,,41.1975,-103.6783'
    for (const rows of [
      [near, far],
      [far, near],
    ] as const) {
      const { places } = accepted(await readRows(...rows))
      expect(places).toHaveLength(1)
      expect(places[0]).toMatchObject({ latitude: 42.1031, longitude: -102.8576, county: 'Box Butte' })
    }
  })

  it('keeps different places that share an address', async () => {
    const { places } = accepted(await readSamhsaList(EXAMPLE))
    expect(places.filter(({ street1 }) => street1 === '10 Bridge Street')).toHaveLength(3)
  })

  it('keeps names in every script, and markup, as they are', async () => {
    const { places } = accepted(await readSamhsaList(EXAMPLE))
    expect(places.map(({ name1 }) => name1)).toEqual(
      expect.arrayContaining([
        '希望之家',
        'Клиника «Маяк»',
        'بيت الأمل',
        'Open Door <b>Clinic</b> & "Friends"',
      ]),
    )
  })

  it('may begin with a byte-order mark and end its lines as Windows does', async () => {
    const { places } = accepted(await readText(`\uFEFF${HEADER}\r\n${GOOD}\r\n`))
    expect(places).toHaveLength(1)
  })
})

describe('a row that cannot be used', () => {
  const reasons: [string, string, RegExp][] = [
    ['coordinates in the sea', 'A,,1 St,,Wilmington,NC,28401,,,33.2,-75.9', /in the sea/],
    ['the place where the equator meets Greenwich', 'A,,1 St,,Mobile,AL,36602,,,0,0', /in the sea/],
    ['latitude and longitude swapped', 'A,,1 St,,Mobile,AL,36602,,,-88.04,30.69', /swapped/],
    ['another country', 'A,,1 St,,Ottawa,VA,22902,,,45.42,-75.7', /abroad/],
    ['a latitude beyond the pole', 'A,,1 St,,Mobile,AL,36602,,,130.69,-88.04', /not a place/],
    ['words for numbers', 'A,,1 St,,Mobile,AL,36602,,,north,west', /not coordinates/],
    ['a number with letters', 'A,,1 St,,Mobile,AL,36602,,,30.69N,-88.04', /not coordinates/],
    ['no coordinates', 'A,,1 St,,Mobile,AL,36602,,,,', /not coordinates/],
    ['no name', ',,1 St,,Mobile,AL,36602,,,30.69,-88.04', /no name/],
    ['no city', 'A,,1 St,,,AL,36602,,,30.69,-88.04', /no city/],
    ['no state', 'A,,1 St,,Mobile,ZZ,36602,,,30.69,-88.04', /not a state/],
    ['no ZIP code', 'A,,1 St,,Mobile,AL,K1A0B1,,,30.69,-88.04', /not a ZIP code/],
    ['a column too few', 'A,,1 St,,Mobile,AL,36602,,30.69,-88.04', /10 columns instead of 11/],
    ['a comma too many', 'A,,1 St,,Mobile,AL,36602,,,30.69,-88.04,', /12 columns instead of 11/],
    ['a name of a thousand letters', `${'A'.repeat(1000)},,1 St,,Mobile,AL,36602,,,30.69,-88.04`, /too long/],
  ]
  it.each(reasons)('is left out with its line and the reason: %s', async (_, row, reason) => {
    const { places, findings } = accepted(await readRows(GOOD, row))
    expect(places).toHaveLength(1)
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'skipped', line: 3, detail: expect.stringMatching(reason) }),
    ])
  })

  it('does not refuse the file until there are more than three, and more than one in twenty', async () => {
    const many = (good: number, bad: number) =>
      readRows(
        ...Array.from(
          { length: good },
          (_, index) => `Place ${index},,1 St,,Charlottesville,VA,22902,,,38.03,-78.48`,
        ),
        ...Array.from({ length: bad }, () => 'A,,1 St,,Mobile,AL,36602,,,0,0'),
      )
    expect(isRefusal(await many(1, 3))).toBe(false)
    expect(isRefusal(await many(95, 5))).toBe(false)
    expect(await many(94, 6)).toMatchObject({ refused: 'too-many-bad-rows' })
    expect(await many(0, 1)).toMatchObject({ refused: 'too-many-bad-rows' })
  })
})

describe('a file that is not the list', () => {
  it('is refused for other columns, with what was expected and found', async () => {
    const answer = await readText('facility,zip\nHarbor Light,22902\n')
    expect(answer).toMatchObject({ refused: 'wrong-columns' })
    expect(isRefusal(answer) && answer.explanation).toContain(HEADER)
    expect(isRefusal(answer) && answer.explanation).toContain('facility,zip')
    expect(await readText(`${HEADER},phone\n`)).toMatchObject({ refused: 'wrong-columns' })
    expect(await readText(`${GOOD}\n`)).toMatchObject({ refused: 'wrong-columns' })
  })

  it('is refused when it is empty, or has no rows', async () => {
    expect(await readText('')).toMatchObject({ refused: 'empty' })
    expect(await readText(`${HEADER}\n`)).toMatchObject({ refused: 'empty' })
  })

  it('is refused when it is not a text in UTF-8', async () => {
    expect(await readText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toMatchObject({
      refused: 'not-text',
    })
    expect(await readText(Buffer.from(`${HEADER}\nCaf\xe9,,,,,,,,,,\n`, 'latin1'))).toMatchObject({
      refused: 'not-text',
    })
    expect(await readText(Buffer.from(`${HEADER}\n${GOOD}\n`, 'utf16le'))).toMatchObject({
      refused: 'not-text',
    })
    expect(await readText(`${HEADER}\n${GOOD}\nA\0,,,,,,,,,,\n`)).toMatchObject({ refused: 'not-text' })
  })

  it('is refused when a quotation mark never closes, with the line', async () => {
    const answer = await readRows(GOOD, `"Harbor${GOOD}`, ...Array.from({ length: 400 }, () => GOOD))
    expect(answer).toMatchObject({ refused: 'row-too-long' })
    expect(await readRows(GOOD, `A "B",${GOOD}`)).toMatchObject({
      refused: 'wrong-shape',
      explanation: expect.stringContaining('Line 3'),
    })
  })

  it('is refused when it is a folder', async () => {
    expect(await readSamhsaList(folder)).toMatchObject({ refused: 'unreadable' })
  })

  it('is refused for a line of a gigabyte without being read to its end', async () => {
    const path = await file(`${HEADER}\n`)
    const handle = await open(path, 'a')
    // A hole: a gigabyte that takes no room on the disk, after enough letters to be a line that is too long.
    await handle.write('a'.repeat(300_000))
    await handle.truncate(1_000_000_000)
    await handle.close()
    let bytes = 0
    const answer = await readSamhsaList(path, (count) => {
      bytes += count
    })
    expect(answer).toMatchObject({ refused: 'row-too-long', explanation: expect.stringContaining('Line 2') })
    expect(bytes).toBeLessThan(2_000_000)
  })
})
