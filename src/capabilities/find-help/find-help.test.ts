import { expect, test } from 'vitest'
import { inLanguage, readHelpSearch, searchPath } from './help-search.ts'
import { directionsLink, mapAppLink, textLink } from './outside-links.ts'
import { openWords, weekWords } from './place-words.ts'

const now = new Date('2026-11-24T21:00Z')
const at = { zone: 'America/New_York', now }

test('an address holds where, what and how it is paid, and a mistyped one is read as far as it can be', () => {
  const search = readHelpSearch({ near: ' Pierpoint\u0000 ', need: 'moud', payer: 'gold', page: '-3' })
  expect(search).toEqual({ near: 'Pierpoint', need: 'moud', payer: undefined, openNow: false, page: 1 })
  expect(searchPath(search, 2)).toBe('/find?near=Pierpoint&need=moud&page=2')
  expect(readHelpSearch({ need: 'constructor' }).need).toBeUndefined()
  expect(searchPath(readHelpSearch({ when: 'open', need: 'shelter' }), 1)).toBe(
    '/find?need=shelter&when=open',
  )
  expect(readHelpSearch({ when: 'answering' }).openNow).toBe(false)
})

test('English stands without a prefix, Spanish under /es', () => {
  expect([inLanguage('/', 'en'), inLanguage('/', 'es'), inLanguage('/find?need=moud', 'es')]).toEqual([
    '/',
    '/es',
    '/es/find?need=moud',
  ])
})

test('the way to a place is asked with the place alone; where nobody knows it, not at all', () => {
  expect(directionsLink({ latitude: 44.3, longitude: -68.2 })).toBe(
    'https://www.openstreetmap.org/directions?to=44.3%2C-68.2',
  )
  expect(mapAppLink({ latitude: 44.3, longitude: -68.2 })).toBe('geo:44.3,-68.2')
  expect(directionsLink({ latitude: null, longitude: null })).toBeUndefined()
})

test('a text message carries its words whole', () => {
  expect(textLink('Lantern House & co\n207-555-0103')).toBe(
    'sms:?&body=Lantern%20House%20%26%20co%0A207-555-0103',
  )
})

test('hours are said in the language of the page', () => {
  const opensAt = new Date('2026-11-25T13:00Z')
  expect(openWords({ state: 'shut', opensAt }, { ...at, lang: 'en' })).toBe(
    'Closed. Opens tomorrow 8:00\u00a0AM',
  )
  expect(openWords({ state: 'shut', opensAt }, { ...at, lang: 'es' })).toMatch(/^Cerrado\. Abre mañana 8:00/)
  expect(openWords({ state: 'unknown' }, { ...at, lang: 'es' })).toBe('No sabemos el horario')
  const week = weekWords([{ days: [1], opens: '09:00', closes: '17:30' }], 'es')
  expect(week.slice(0, 2)).toEqual([
    { day: 'lunes', spans: '9:00\u00a0AM a 5:30\u00a0PM' },
    { day: 'martes', spans: 'Cerrado' },
  ])
  expect(weekWords([{ days: [7], opens: '00:00', closes: '00:00' }], 'en')[6]?.spans).toBe('Day and night')
})
