import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { cookieOf, type OwnPages, ownPages, withoutIds } from '#tests/support/own-page.ts'
import { readText } from '#tests/support/sample-referral.ts'

let pages: OwnPages
let person: string
let code: string
beforeAll(async () => {
  pages = await ownPages()
})
afterAll(() => pages.county.close())
beforeEach(async () => {
  // A test has only one source, whose tries are counted: there may be 30 in each of these files.
  person = await pages.somebody()
  code = await pages.giveCode(person)
})

describe('the code to a person’s own page', () => {
  test('opens it with the birth year, however it is typed; nothing of it is stored', async () => {
    const me = await pages.open(code.toLowerCase().replaceAll(' ', '-'))
    const page = await me('GET', '/my-record')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(readText(page.text)).toContain('Lantern House said yes')
    expect(readText(page.text)).not.toMatch(/Reyes|Quimby|0177/)
  })

  test('P2-050: a wrong code, a wrong year, one taken back and one that never was are one answer', async () => {
    const gone = await pages.giveCode(await pages.somebody())
    const goneFor = await pages.county.base.admin.query(
      'select person_id from person_access order by issued_at desc limit 1',
    )
    await pages.post(pages.desk, `/codes/${goneFor.rows[0].person_id}/take-back`)
    const answers = [
      await pages.enter(code, '1991'),
      await pages.enter(gone),
      await pages.enter('0000 0000 0000 0000'),
      await pages.enter(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`),
      await pages.enter('', ''),
    ]
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(422)
    expect(answers.map(cookieOf)).toEqual(['', '', '', '', ''])
    for (const { headers } of answers) expect(headers.get('cache-control')).toBe('no-store')
  })

  test('is kept only as one hash of it and the year, which the database cannot undo', async () => {
    const { rows } = await pages.county.base.admin.query(
      'select to_jsonb(a)::text as row from person_access a where person_id = $1',
      [person],
    )
    expect(rows[0].row).not.toContain(code.replaceAll(' ', ''))
    expect(rows[0].row).not.toContain('1990')
  })

  test('is not guessed by year: after five tries of one code it waits, right or wrong', async () => {
    for (let year = 1980; year < 1985; year += 1)
      expect((await pages.enter(code, String(year))).status).toBe(422)
    const right = await pages.enter(code)
    expect([right.status, Number(right.headers.get('retry-after')) > 60]).toEqual([429, true])
  })

  test('ends with a new one, and so does every page that it opened', async () => {
    const me = await pages.open(code)
    const next = await pages.giveCode(person)
    expect((await me('GET', '/my-record')).text).toContain('name="birthYear"')
    expect((await pages.enter(code)).status).toBe(422)
    await pages.open(next)
  })

  test('ends when the person gives it up', async () => {
    const me = await pages.open(code)
    const left = await pages.post(me, '/my-record/give-up')
    expect([left.headers.get('location'), left.headers.get('clear-site-data')]).toEqual([
      '/my-record?said=given-up',
      '"cache"',
    ])
    expect((await pages.enter(code)).status).toBe(422)
  })

  test('is shown once: pressing twice makes one card', async () => {
    const form = { id: newId(), birthYear: '1990', language: 'es' }
    const card = await pages.post(pages.desk, `/codes/${person}`, form)
    expect(card.text).toContain('Su propia página')
    expect((await pages.post(pages.desk, `/codes/${person}`, form)).headers.get('location')).toBe(
      '/codes?said=shown-before',
    )
  })

  test('is given by those who walk with the person, and by nobody else', async () => {
    expect((await pages.officer('GET', '/codes')).status).toBe(403)
    const stranger = await pages.county.asMember('case-manager')
    const [theirs, nobodys] = [
      await pages.post(stranger, `/codes/${person}`, { id: newId(), birthYear: '1990' }),
      await pages.post(stranger, `/codes/${newId()}`, { id: newId(), birthYear: '1990' }),
    ]
    expect([theirs.status, withoutIds(theirs)]).toEqual([404, withoutIds(nobodys)])
  })

  test('the card has no word that tells why somebody has it (P2-032)', async () => {
    for (const language of ['en', 'es']) {
      const card = await pages.post(pages.desk, `/codes/${person}`, {
        id: newId(),
        birthYear: '1990',
        language,
      })
      const printed = /<article class="cw-print-card[\s\S]*?<\/article>/.exec(card.text)?.[0] ?? ''
      expect(printed).not.toBe('')
      expect(printed).not.toMatch(
        /treat|drug|overdose|recover|police|Lantern|tratamiento|droga|policía|Quimby|1990/i,
      )
    }
  })
})

describe('a safe word', () => {
  test('covers the page, on the way in too, until it is said', async () => {
    const me = await pages.open(code)
    await pages.post(me, '/my-record/safe-word', { word: 'blue  Heron' })
    const out = await me('GET', '/my-record/exit')
    expect([out.status, out.headers.get('location')]).toEqual([303, 'https://www.weather.gov/'])
    const again = await pages.open(code)
    for (const who of [me, again]) {
      for (const path of ['/my-record', '/my-record/looks', '/my-record/safe-word']) {
        const { status, text } = await who('GET', path)
        expect([status, text.includes('winter weather')]).toEqual([200, true])
        expect(text).not.toMatch(/Lantern|911|naloxone|safe word/i)
      }
      expect((await pages.post(who, '/my-record/stop/all')).text).toContain('winter weather')
      expect((await pages.post(who, '/my-record/search', { q: 'heron' })).text).toContain('Nothing was found')
      expect((await pages.post(who, '/my-record/search', { q: 'Blue heron ' })).status).toBe(303)
      expect((await who('GET', '/my-record')).text).toContain('Lantern House')
    }
  })

  test('cannot be guessed: after a few words the record closes', async () => {
    const me = await pages.open(code)
    await pages.post(me, '/my-record/safe-word', { word: 'heron' })
    await me('GET', '/my-record/exit')
    for (let word = 0; word < 6; word += 1) await pages.post(me, '/my-record/search', { q: `word${word}` })
    expect((await me('GET', '/my-record')).text).toContain('name="birthYear"')
  })

  test('without one the quick way out closes the record', async () => {
    const me = await pages.open(code)
    const out = await me('GET', '/my-record/exit')
    expect([out.headers.get('clear-site-data'), cookieOf(out)]).toEqual(['"cache"', 'my-record='])
    expect((await me('GET', '/my-record')).text).toContain('name="birthYear"')
  })
})
