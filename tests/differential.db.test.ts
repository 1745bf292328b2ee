import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { compareTimes, isNoticed } from './differential/compare-times.ts'
import { withoutIds } from './differential/without-ids.ts'
import { LINES } from './pages/lines.ts'
import { type Ask, type OpenedWorld, openWorld } from './pages/opened-world.ts'
import { isApi, isLetIn, type PageLine } from './pages/page-line.ts'
import type { Who } from './wall/actors.ts'
import { serviceOf } from './wall/network-rows.ts'
import { place } from './wall/people.ts'
import { type Scenario, scenarios } from './wall/scenarios.ts'

// Two worlds that differ in a few people alone. Whoever has nothing to do with them must not notice in which they are.

const named = (name: string): Scenario => scenarios.find((one) => one.name === name) as Scenario
const SOMEBODY = {
  waiting: named('waiting'),
  'known, without a release': named('yes'),
  declined: named('no'),
  'released to somebody else': named('yes, release for handoff'),
}
const KNOWN = 'Rosalind Ferrow'

let known: OpenedWorld
let unknown: OpenedWorld
beforeAll(async () => {
  known = await openWorld({ keeps: false })
  unknown = await openWorld({ keeps: false, without: Object.values(SOMEBODY) })
  await known.base.admin.query(
    'update referral_identity set name = $1, contact = $1, whereabouts = $1 where referral_id = any($2)',
    [KNOWN, Object.values(SOMEBODY).map(({ referral }) => referral)],
  )
}, 60_000)
afterAll(async () => {
  await known.close()
  await unknown.close()
})

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_BODY = { 'content-type': 'application/json' }
const form = (fields: Record<string, string>): RequestInit => ({
  headers: FORM,
  body: new URLSearchParams(fields).toString(),
})
const json = (value: object): RequestInit => ({ headers: JSON_BODY, body: JSON.stringify(value) })

/** Members and systems who have no part in what happened, and can ask for all of it. */
const STRANGERS = [
  'officer of Quay Police',
  'sergeant and manager of Quay Police',
  'provider of Lantern House',
  'harm-reduction of Tide Exchange',
  'navigator of Bridge Cases',
  'manager of Health Department',
  'officer of Mill Police',
  'the person (inland)',
]
const visitor = (name: string): Who => known.visitors.find((who) => who.name === name) as Who
const strangers = (line: PageLine): string[] => STRANGERS.filter((name) => isLetIn(line, visitor(name)))

/** What is asked, and the same in both worlds. */
type Request = {
  readonly by: string
  readonly method: string
  readonly path: string
  readonly init?: RequestInit
}

const askIn = (world: OpenedWorld, { by, method, path, init }: Request): ReturnType<Ask> =>
  world.askAs(visitor(by))(method, path, init)

const heardIn = async (world: OpenedWorld, request: Request): Promise<string> =>
  withoutIds(await askIn(world, request)).replaceAll(/\d?\d:\d\d|\d+ min(?:ute)?s?/g, 'TIME')

/** @returns what is heard in both */
const heardInBoth = async (request: Request): Promise<string> => {
  const [heard, alike] = await Promise.all([heardIn(unknown, request), heardIn(known, request)])
  expect(alike, `${request.by} at ${request.method} ${request.path}`).toBe(heard)
  return heard
}

const pathOf = ({ route, query = '' }: PageLine, id: string): string =>
  (route.split(' ')[1] ?? '').replaceAll(/:\w+/g, id) + query
const methodOf = ({ route }: PageLine): string => route.split(' ')[0] ?? ''

/** What is sent along, to come as far as somebody can who means to do it. */
const bodiesFor = ({ route }: PageLine): (RequestInit | undefined)[] => {
  if (route.startsWith('GET ')) return [undefined]
  return isApi(route)
    ? [
        json({ answer: 'declined', reason: 'full' }),
        json({ personConfirms: true }),
        { headers: JSON_BODY, body: '{' },
      ]
    : [form({ answer: 'declined', reason: 'full', personConfirms: 'yes' }), form({})]
}

const isAboutOne = ({ of }: PageLine): boolean => of === 'referral' || of === 'person'

describe('what somebody has nothing to do with is answered as if it were not (P2-050)', () => {
  test.each(LINES.filter(isAboutOne).map((line) => [line.route, line] as const))('%s', async (_, line) => {
    const ofOne = line.of === 'person' ? 'person' : 'referral'
    for (const by of strangers(line))
      for (const init of bodiesFor(line)) {
        const asking = (id: string) =>
          heardInBoth({ by, method: methodOf(line), path: pathOf(line, id), ...(init ? { init } : {}) })
        const ofNobody = await asking(newId())
        for (const somebody of Object.values(SOMEBODY)) expect(await asking(somebody[ofOne])).toBe(ofNobody)
      }
  })

  test('and so is every page, list, count and export that asks of nobody', async () => {
    const lines = LINES.filter(
      // Where somebody sets up another phone, there is a new secret each time.
      ({ route, lets, of }) =>
        route.startsWith('GET ') && lets !== 'anybody' && !of && !/:|account\/phone/.test(route),
    )
    const heard: string[] = []
    for (const line of lines)
      for (const by of strangers(line))
        heard.push(await heardInBoth({ by, method: 'GET', path: pathOf(line, '') }))
    expect(heard.filter((text) => text.startsWith('200')).length).toBeGreaterThan(100)
    expect(heard.join()).not.toContain(KNOWN)
  })
})

const SEARCHES: Record<string, Omit<Request, 'by'>> = {
  'the search for places': { method: 'GET', path: `/places?q=${KNOWN}` },
  'the search for places near something': { method: 'GET', path: `/places?near=${KNOWN}` },
  'the API’s search': { method: 'GET', path: `/api/v1/services?near=${KNOWN}` },
  'the list of what was sent': { method: 'GET', path: `/referrals?q=${KNOWN}` },
  'the places that are suggested while a referral is written': {
    ...{ method: 'POST', path: '/field/referral/places' },
    init: form({ name: KNOWN, contact: KNOWN, needs: 'treatment' }),
  },
  'the words that are looked over': {
    ...{ method: 'POST', path: '/field/referral/words' },
    init: form({ name: KNOWN, whereabouts: KNOWN }),
  },
  'the form that comes back with its errors': {
    ...{ method: 'POST', path: '/field/referral' },
    init: form({ id: newId(), name: KNOWN, whereabouts: KNOWN }),
  },
}
const referring = (personId: string): Request => ({
  ...{ by: 'officer of Quay Police', method: 'POST', path: '/api/v1/referrals' },
  init: json({
    id: newId(),
    serviceId: serviceOf(place),
    needs: ['treatment'],
    agreesToContact: false,
    personId,
  }),
})

describe('a name or an id that is known somewhere finds no more than one that is not (P2-050)', () => {
  test.each(Object.entries(SEARCHES))('in %s', async (_, search) => {
    const heard = await heardInBoth({ by: 'officer of Quay Police', ...search })
    expect(heard.slice(0, 1)).toMatch(/[24]/)
  })

  test.each(Object.entries(SOMEBODY))(
    'when somebody is referred who is %s elsewhere',
    async (_, { person }) => {
      expect(await heardInBoth(referring(person))).toContain('person-unknown')
    },
  )
})

describe('nor does the time tell (P2-050)', () => {
  const by = 'officer of Quay Police'
  const get = (path: string, who = by): Request => ({ by: who, method: 'GET', path })
  const { declined, waiting, 'released to somebody else': released } = SOMEBODY
  const acquainted = SOMEBODY['known, without a release']
  const suggested = SEARCHES['the places that are suggested while a referral is written'] as Request
  const asked: Record<string, readonly Request[]> = {
    'a page': [declined, waiting, released].map(({ referral }) => get(`/referrals/${referral}`)),
    'an act': [declined, waiting, released].map(({ referral }) => ({
      ...{ by: 'provider of Lantern House', method: 'POST', path: `/desk/referrals/${referral}/answer` },
      init: form({ answer: 'declined', reason: 'full' }),
    })),
    'the API': [declined, acquainted, released].map(({ referral }) => get(`/api/v1/referrals/${referral}`)),
    'a search': [get(`/referrals?q=${KNOWN}`)],
    'a suggestion': [{ ...suggested, by }],
    'an error': [declined, acquainted, released].map(({ person }) => referring(person)),
    counts: [get('/counts', 'sergeant and manager of Quay Police')],
    'an export': [get('/counts.csv', 'sergeant and manager of Quay Police')],
  }

  /** What would be done in one world alone, if people were looked up and then withheld. */
  const lookUp = (round: number) =>
    askIn(known, get(`/api/v1/referrals/${scenarios[round % 5]?.referral}`, 'officer of Pierpoint Police'))

  const compare = async (one: (round: number) => Request, other: typeof one, otherWorld: OpenedWorld) => {
    const times = await compareTimes({
      known: (round) => askIn(known, one(round)),
      unknown: (round) => askIn(otherWorld, other(round)),
      planted: async (round) => {
        await lookUp(round)
        await askIn(otherWorld, other(round))
      },
    })
    expect(times.planted).toSatisfy(isNoticed)
    expect(times.known).not.toSatisfy(isNoticed)
  }

  test.each(Object.entries(asked))('on %s', async (_, requests) => {
    const inTurn = (round: number) => requests[round % requests.length] as Request
    await compare(inTurn, inTurn, unknown)
  })

  test('to the sender, what the place answered', async () => {
    const sent =
      ({ referral }: Scenario) =>
      () =>
        get(`/referrals/${referral}`, 'officer of Pierpoint Police')
    const [yes, no] = [sent(acquainted), sent(declined)]
    expect((await askIn(known, yes())).status).toBe(200)
    await compare(yes, no, known)
  })
})
