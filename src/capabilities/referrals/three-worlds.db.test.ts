import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { calendarDay } from '#design'
import { newId } from '#kernel/ids.ts'
import { type Answer, type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { HARBOR_COUNTY, LANTERN_DETOX } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'
import { announceReferral, handoffClockRanOut } from './announce-referral.ts'

// One officer, one referral, the same to the byte but for what came of it, each in a county of its own.

const POSTAGE = { mailer: undefined, linkKey: Buffer.alloc(32, 7), origin: 'https://causeway.example.org' }
const NOW = new Date()
const IN_A_WEEK = new Date(NOW.getTime() + 7 * 86_400_000).toISOString().slice(0, 10)
const REFERRAL = newId()

type World = { county: CountyApi; officer: Ask; desk: Ask }

const yes = ({ desk }: World) =>
  desk('POST', `/desk/referrals/${REFERRAL}/answer`, ...postedForm({ answer: 'accepted' }))
const arrived = ({ desk }: World) =>
  desk('POST', `/desk/referrals/${REFERRAL}/arrived`, ...postedForm({ personConfirms: 'yes' }))

const OUTCOMES: Record<string, (world: World) => Promise<Answer | undefined>> = {
  'nobody answered': async () => undefined,
  'the place said yes': yes,
  'the place said yes for a day': ({ desk }) => {
    const [year = '', month = '', date = ''] = IN_A_WEEK.split('-')
    const day = { 'forDate-year': year, 'forDate-month': month, 'forDate-day': date }
    const form = postedForm({ answer: 'accepted-for-date', ...day })
    return desk('POST', `/desk/referrals/${REFERRAL}/answer`, ...form)
  },
  'the place said no': ({ desk }) =>
    desk('POST', `/desk/referrals/${REFERRAL}/answer`, ...postedForm({ answer: 'declined', reason: 'full' })),
  'they arrived': async (world) => {
    await yes(world)
    return arrived(world)
  },
}

const worlds = new Map<string, World>()

const openWorld = async (): Promise<World> => {
  const county = await countyApi()
  const world = { county, officer: await county.asMember('officer'), desk: await county.asMember('provider') }
  const sent = await world.officer(
    'POST',
    '/referrals',
    ...postedForm({
      id: REFERRAL,
      serviceId: LANTERN_DETOX,
      needs: ['treatment', 'moud'],
      name: 'Sam',
      whereabouts: 'Ferry ramp',
      agreesToContact: 'yes',
      contactWay: 'call',
      contact: '207-555-0177',
    }),
  )
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/referrals/${REFERRAL}?sent=1`])
  const { rows } = await county.base.admin.query('select id from referral_link where referral_id = $1', [
    REFERRAL,
  ])
  await announceReferral(
    { ...POSTAGE, asActor: county.database.asActor },
    { linkId: rows[0].id, messageId: newId(), jurisdictionId: HARBOR_COUNTY },
  )
  return world
}

/** What the database's own clock wrote differs between worlds by nature: here all of it happens at the same moment. */
const atOneMoment = async ({ county }: World): Promise<void> => {
  await county.base.admin.query(`update handoff_step set at = $1`, [NOW])
  await county.base.admin.query(`update session set created_at = $1`, [NOW])
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  for (const [outcome, happens] of Object.entries(OUTCOMES)) {
    const world = await openWorld()
    const answered = await happens(world)
    if (answered) expect([answered.status, outcome]).toEqual([303, outcome])
    worlds.set(outcome, world)
  }
}, 60_000)
afterAll(async () => {
  vi.useRealTimers()
  for (const { county } of worlds.values()) await county.close()
})
afterEach(() => vi.setSystemTime(NOW))

/** Asks in every world, and shows what is heard: the same everywhere. */
const heardInAll = async (...request: Parameters<Ask>): Promise<string> => {
  const heard = new Map<string, string>()
  for (const [outcome, world] of worlds) {
    await atOneMoment(world)
    const { status, headers, text } = await world.officer(...request)
    const said = [...headers].filter(([name]) => name !== 'x-request-id')
    // A page from which a new referral begins brings its id along, another one each time.
    const page = text.replaceAll(/draft=[0-9a-f-]{36}/g, 'draft=NEW')
    heard.set(outcome, JSON.stringify([status, said, page], null, 1))
  }
  const [first = '', ...others] = heard.values()
  expect(others).toHaveLength(Object.keys(OUTCOMES).length - 1)
  for (const other of others) expect(other).toBe(first)
  return first
}

const PAGES = ['/field', '/referrals', `/referrals/${REFERRAL}`, `/referrals/${REFERRAL}?sent=1`]

describe('an officer without a release sees the same, byte for byte, whatever came of it (P2-002, P2-050)', () => {
  test('and it is the whole referral, so that the sameness is not that of an empty page', async () => {
    const heard = await heardInAll('GET', `/referrals/${REFERRAL}`)
    for (const words of [
      'Sam',
      'Lantern House has been asked',
      'Delivered to the intake desk',
      'I handed over',
    ])
      expect(heard).toContain(words)
    expect(heard).not.toMatch(/said yes|cannot take this|accepted|declined|They are at/i)
  })

  test('and the worlds are not the same: the desk knows which it is in', async () => {
    const seen = new Set<string>()
    for (const { desk } of worlds.values()) {
      const { status, text } = await desk('GET', `/desk/referrals/${REFERRAL}`)
      seen.add(
        `${status} ${/You said yes|waiting for your answer/.exec(text)} ${text.includes(`For ${calendarDay(IN_A_WEEK, NOW)}`)} ${/Arrived/.test(text)}`,
      )
    }
    expect(seen.size).toBe(worlds.size)
  })

  test.each(PAGES)('on %s', async (page) => {
    expect(await heardInAll('GET', page)).toContain('Sam')
  })

  test.each(PAGES)('on %s after the clock ran out and reminders went', async (page) => {
    for (const { county } of worlds.values())
      await handoffClockRanOut(
        { ...POSTAGE, asActor: county.database.asActor },
        {
          referralId: REFERRAL,
          toMessageId: newId(),
          coordinatorMessageId: newId(),
          jurisdictionId: HARBOR_COUNTY,
        },
      )
    vi.setSystemTime(NOW.getTime() + 40 * 60_000)
    expect(await heardInAll('GET', page)).toContain('late')
  })

  test('when trying what is the place’s to do', async () => {
    for (const path of [`/desk/referrals/${REFERRAL}`, '/desk'])
      expect(await heardInAll('GET', path)).toContain('403')
    const answer = postedForm({ answer: 'declined', reason: 'full' })
    expect(await heardInAll('POST', `/desk/referrals/${REFERRAL}/answer`, ...answer)).toContain('403')
    expect(await heardInAll('POST', `/desk/referrals/${REFERRAL}/arrived`)).toContain('403')
  })

  test('when sending it again', async () => {
    const again = postedForm({
      id: REFERRAL,
      serviceId: LANTERN_DETOX,
      needs: ['treatment'],
      agreesToContact: 'no',
    })
    expect(await heardInAll('POST', '/referrals', ...again)).toContain(`/referrals/${REFERRAL}?sent=1`)
  })

  test('when handing over, and afterwards', async () => {
    const handed = postedForm({ personConfirms: 'yes' })
    expect(await heardInAll('POST', `/referrals/${REFERRAL}/handoff`, ...handed)).toContain('303')
    for (const page of PAGES) expect(await heardInAll('GET', page)).toMatch(/handed over/i)
    expect(await heardInAll('GET', `/referrals/${REFERRAL}`)).not.toContain('The handoff is complete')
  })

  test('when taking it back, and afterwards', async () => {
    expect(await heardInAll('POST', `/referrals/${REFERRAL}/take-back`)).toContain('303')
    for (const page of PAGES) expect(await heardInAll('GET', page)).toMatch(/took it back/i)
  })
})
