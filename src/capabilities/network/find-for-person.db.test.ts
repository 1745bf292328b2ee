import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MIDDLE, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { type AskKey, type Asks, without } from './asks.ts'
import { listCandidates } from './candidates.store.ts'
import { findMisses } from './find-misses.ts'
import { candidateQuery, findServices, readCandidates, type ServiceQuery } from './find-services.ts'
import { failings } from './judge.ts'

const PLACES = 240
/** A Thursday, Thanksgiving, 2 in the morning in New York. */
const NIGHT = new Date('2026-11-26T07:00Z')
const NOON = new Date('2026-11-24T17:00Z')

let directory: TestDirectory
beforeAll(async () => {
  directory = await testDirectory()
  const { admin } = directory.base
  await admin.query(
    `insert into provider (id, name) select md5('provider ' || n)::uuid, 'Harbor ' || n from generate_series(1, $1) n`,
    [PLACES],
  )
  await admin.query(
    `insert into site (id, provider_id, city, state, zip, latitude, longitude, time_zone)
     select md5('site ' || n)::uuid, md5('provider ' || n)::uuid, 'Pierpoint', 'ME', '04609',
       case when n % 29 > 0 then 44.3 + n * 0.002 end, case when n % 29 > 0 then -68.2 end,
       case when n % 3 = 0 then 'America/Los_Angeles' end
     from generate_series(1, $1) n`,
    [PLACES],
  )
  // Each column known in some places and not in others, in mixtures that do not repeat.
  await admin.query(
    `insert into service (id, provider_id, site_id, name, needs, payers, fees, medicines, moud, exclusions, asam_levels,
       asam_edition, min_age, max_age, ages, genders, pregnant, with_children, pets, needs_id, min_hours_since_use,
       max_hours_since_use, step_free, walk_in, police_drop_off, after_hours_phone, hours, intake_hours, holidays)
     select md5('service ' || n)::uuid, md5('provider ' || n)::uuid, md5('site ' || n)::uuid, 'Help', '{treatment}',
       (array[null, '{}', '{medicaid}', '{private}', '{private,none}'])[1 + n % 5]::text[],
       (array[null, '{cash}'])[1 + n % 2]::text[],
       (array[null, '{methadone}', '{buprenorphine,naltrexone}'])[1 + n % 3]::text[],
       (array[null, null, '{methadone:continue}', '{buprenorphine:start-same-day,methadone:accept-on}', '{}'])[1 + n % 5]::text[],
       (array[null, '{methadone}', '{}'])[1 + n % 3]::text[],
       (array[null, '{3.7}', '{3.5,3.7}', '{OTP,1}', '{3.7-WM}'])[1 + n % 5]::text[],
       (array[null, '4', '4', '3', '3'])[1 + n % 5],
       (array[null, 18, 12])[1 + n % 3], (array[null, 64])[1 + n % 2],
       (array[null, '{adults}', '{children,young-adults}'])[1 + n % 3]::text[],
       (array[null, '{male}', '{female}', '{female,male}'])[1 + n % 4]::text[],
       (array[null, 'priority', 'not-accepted'])[1 + n % 3],
       (array[null, true, false])[1 + n % 3], (array[null, true, false])[1 + n / 2 % 3],
       (array[null, 'required', 'not-needed'])[1 + n / 3 % 3],
       (array[null, 12])[1 + n % 2], (array[null, 72])[1 + n / 2 % 2],
       (array[null, true, false])[1 + n / 5 % 3], (array[null, true, false])[1 + n / 4 % 3],
       (array[null, true, false])[1 + n / 7 % 3], (array[null, '207-555-0199'])[1 + n / 3 % 2],
       case n % 4
         when 0 then '[{"days": [1, 2, 3, 4, 5], "opens": "08:00", "closes": "17:00"}]'
         when 1 then '[{"days": [1, 2, 3, 4, 5, 6, 7], "opens": "22:10", "closes": "06:50"}]'
         when 2 then '[{"days": [], "rule": "FREQ=MONTHLY;BYDAY=4TH", "opens": "00:00", "closes": "24:00"}]'
       end::jsonb,
       case when n % 11 = 0 then '[{"days": [4], "opens": "01:00", "closes": "02:05"}]' end::jsonb,
       (array['open', 'closed', 'unknown'])[1 + n % 3]
     from generate_series(1, $1) n`,
    [PLACES],
  )
  await admin.query(
    `insert into capacity_report (id, service_id, level, open, is_open, as_of, channel)
     select gen_random_uuid(), md5('service ' || n)::uuid, 'detox', case when n % 2 = 0 then 0 else 3 end, n % 2 = 1,
       $2::timestamptz - (n % 5) * interval '11 hours', 'link'
     from generate_series(1, $1, 3) n`,
    [PLACES, NIGHT],
  )
  await admin.query(
    `insert into closure (id, service_id, from_on, until_on)
     select gen_random_uuid(), md5('service ' || n)::uuid, '2026-11-25', '2099-11-27'
     from generate_series(1, $1, 13) n`,
    [PLACES],
  )
})
afterAll(() => directory.close())

const query = (changes: Partial<ServiceQuery>): ServiceQuery => ({
  near: MIDDLE,
  needs: ['treatment'],
  at: NIGHT,
  zone: 'America/New_York',
  referableOnly: false,
  limit: 50,
  ...changes,
})

/** All that is found, page by page. */
const findAll = async (changes: Partial<ServiceQuery>): Promise<string[]> => {
  const seen: string[] = []
  for (;;) {
    const found = await directory.asActor({ kind: 'visitor' }, (tx) =>
      findServices(tx, query({ ...changes, limit: 30, offset: seen.length })),
    )
    seen.push(...found.map(({ serviceId }) => serviceId))
    if (found.length < 30) return seen
  }
}

/** What the rules say of every place there is, without help from the database. */
const judgeAll = (changes: Partial<ServiceQuery>) =>
  directory.asActor({ kind: 'visitor' }, async (tx) => {
    const asked = query(changes)
    const rows = await listCandidates(tx, { ...candidateQuery(asked, 3000), isJudged: false })
    expect(rows).toHaveLength(PLACES)
    const judged = await readCandidates(tx, rows, asked)
    return judged.map(({ serviceId, judgements }) => ({ serviceId, fails: failings(judgements) }))
  })

const CASES: readonly Asks[] = [
  { payer: 'medicaid' },
  { payer: 'none' },
  { moud: 'methadone:accept-on' },
  { moud: 'methadone:continue' },
  { moud: 'methadone:start-same-day' },
  { moud: 'any:start-same-day' },
  { moud: 'any:accept-on' },
  { level: '4:3.7' },
  { level: '3:3.7' },
  { level: '4:1.7' },
  { level: '3:OTP' },
  { age: 17 },
  { age: 11 },
  { age: 65 },
  { gender: 'female' },
  { used: '0-12' },
  { used: '72-168' },
  { used: '168-' },
  { when: 'open' },
  { when: 'answering' },
  { when: 'door' },
  { room: 'detox' },
  { within: 'bus-45' },
  { pregnant: true, children: true, pet: true },
  { noId: true, stepFree: true, walkIn: true, dropOff: true },
  { when: 'open', payer: 'medicaid', age: 34, noId: true },
  { when: 'answering', room: 'detox', moud: 'any:start-same-day', within: 'miles-25' },
]

/** Where hours are asked for, by day too. */
const MOMENTS = CASES.flatMap((asks) => [{ asks, at: NIGHT }, ...(asks.when ? [{ asks, at: NOON }] : [])])

it.each(MOMENTS)(
  'what is found for $asks at $at is all that the rules let through, each once',
  async ({ asks, at }) => {
    const found = await findAll({ asks, at })
    const judged = await judgeAll({ asks, at })
    const fit = judged.filter(({ fails }) => fails.length === 0).map(({ serviceId }) => serviceId)
    expect(found.toSorted()).toEqual(fit.toSorted())
    // A case that lets all or none through would show nothing.
    expect(fit.length).toBeLessThan(PLACES)
  },
)

describe('the nearest misses', () => {
  const asks: Asks = {
    when: 'open',
    pregnant: true,
    noId: true,
    walkIn: true,
    dropOff: true,
    age: 17,
    room: 'detox',
  }
  const misses = (changes: Partial<ServiceQuery>) =>
    directory.asActor({ kind: 'visitor' }, (tx) => findMisses(tx, query(changes)))

  const more: Asks = {
    ...asks,
    children: true,
    stepFree: true,
    payer: 'medicaid',
    moud: 'methadone:continue',
  }

  it.each([asks, more])(
    'say what to leave out, and that brings as many places as they say (%#)',
    async (asked) => {
      expect(await findAll({ asks: asked })).toEqual([])
      const { relax, places } = await misses({ asks: asked })
      expect(relax.length).toBeGreaterThan(0)
      for (const { dropped, count } of relax)
        expect(await findAll({ asks: without(asked, dropped) })).toHaveLength(count)
      expect(places.length).toBeGreaterThan(0)
      for (const { reasons } of places)
        expect(reasons.filter(({ kind }) => kind === 'against').map(({ about }) => about)).toEqual(
          expect.arrayContaining([expect.toBeOneOf(relax.flatMap(({ dropped }) => dropped) as AskKey[])]),
        )
    },
  )

  it('come with the nearest numbers that are answered at night', async () => {
    const { afterHours } = await misses({ asks })
    expect(afterHours).toHaveLength(3)
    const miles = afterHours.map((place) => place.miles ?? Number.POSITIVE_INFINITY)
    expect(miles).toEqual(miles.toSorted((a, b) => a - b))
  })
})

describe('a holiday night', () => {
  it('finds open who does not close for it, and says of the doubtful to call first', async () => {
    const found = await directory.asActor({ kind: 'visitor' }, (tx) =>
      findServices(tx, query({ asks: { when: 'open' } })),
    )
    const told = found.flatMap(({ reasons }) =>
      reasons.filter(({ about }) => about === 'when').map(({ text }) => text),
    )
    expect(told).toHaveLength(found.length)
    expect(told.some((text) => text.includes('but today is Thanksgiving Day: call first'))).toBe(true)
    expect(told.some((text) => /^Open until \S+\s[AP]M$/.test(text))).toBe(true)
  })
})
