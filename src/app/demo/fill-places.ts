import { derivedId } from '#kernel/ids.ts'
import { demoId } from './demo-id.ts'

/** Asks the application as a browser would, without a network between. */
type Ask = (path: string, init: RequestInit) => Promise<Response>
type Fields = Readonly<Record<string, string | readonly string[]>>

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const place = (number: number, path: string): string => `/places/${demoId(6, number)}/${path}`

const PROFILE_OF_LANTERN: Fields = {
  name: 'Detox and residential treatment',
  needs: ['treatment', 'moud'],
  settings: ['detox', 'residential'],
  asamEdition: '4',
  'asam-4': ['3.1', '3.7'],
  moud: [
    ...['buprenorphine:start-same-day', 'buprenorphine:continue', 'buprenorphine:accept-on'],
    ...['naltrexone:continue', 'naltrexone:accept-on', 'methadone:accept-on'],
  ],
  ages: ['young-adults', 'adults', 'seniors'],
  minAge: '18',
  pregnant: 'priority',
  withChildren: 'no',
  pets: 'no',
  needsId: 'not-needed',
  needsInsuranceCard: 'no',
  needsClearance: 'no',
  exclusions: ['arson'],
  payers: ['medicaid', 'private', 'none'],
  fees: ['sliding-fee'],
  walkIn: 'yes',
  policeDropOff: 'yes',
  offersTransport: 'yes',
  transportMiles: '25',
  stepFree: 'yes',
  legalFlags: ['part-2', 'covered-entity'],
  phone: '207-555-0103',
  afterHoursPhone: '207-555-0133',
  afterHoursWho: 'an on-call nurse',
  intakeEmail: 'intake@lantern-house.example.org',
  holidays: 'open',
}

const INTAKE_OF_LANTERN: Fields = {
  known: 'yes',
  intakeIs: 'own',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`hours-${day}-all`, 'yes'])),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].flatMap((day) => [
      [`intake-${day}-opens-1`, '08:00'],
      [`intake-${day}-closes-1`, day === 6 ? '12:00' : '20:00'],
    ]),
  ),
}

const PROFILE_OF_TIDELINE: Fields = {
  name: 'Drop-in: naloxone, supplies, wound care',
  needs: ['harm-reduction'],
  walkIn: 'yes',
  policeDropOff: 'no',
  needsId: 'not-needed',
  exclusions: 'nothing',
  fees: ['free'],
  stepFree: 'yes',
  phone: '207-555-0105',
}

/** How calls went, the oldest first, some days apart: what a navigator would have written down. */
const CALLS: Readonly<Record<number, readonly string[]>> = {
  1: [
    ...['bed-now', 'full', 'bed-now', 'no-answer', 'waitlist', 'bed-now', 'accepted-for', 'full'],
    ...['bed-now', 'criteria-not-met', 'bed-now', 'waitlist', 'bed-now', 'accepted-for'],
  ],
  2: ['bed-now', 'bed-now', 'closed', 'bed-now', 'payer-not-accepted', 'bed-now', 'bed-now'],
  3: ['no-answer', 'waitlist', 'no-answer', 'bed-now', 'no-answer', 'accepted-for', 'waitlist'],
}
const LEVELS: Readonly<Record<number, string>> = { 1: 'detox', 2: 'moud-start', 3: 'moud-start' }
const DAYS_APART = 6

/**
 * Has the invented county's people keep their listings, over the pages, as people do: a whole profile, hours of intake, a
 * closed week, room by one tap, calls of three months, facts that were checked and one that was found wrong. Each is done
 * once, however often, and what a visitor did since stays.
 */
export const fillPlaces = async (ask: Ask, now = new Date()): Promise<void> => {
  const as = await openSessions(ask)
  const [desk, outreach, navigator] = [
    await as('provider'),
    await as('harm-reduction'),
    await as('navigator'),
  ]
  await desk('profile of Lantern House', place(1, 'profile'), PROFILE_OF_LANTERN)
  await desk('intake of Lantern House', place(1, 'hours'), INTAKE_OF_LANTERN)
  await desk('retreat of Lantern House', place(1, 'closed-days'), {
    do: 'close',
    ...dateFields('from', new Date(now.getTime() + 30 * DAY_MS)),
    ...dateFields('until', new Date(now.getTime() + 31 * DAY_MS)),
    note: 'Deep clean: residential only',
  })
  await outreach('profile of Tideline', place(4, 'profile'), PROFILE_OF_TIDELINE)
  for (const [number, results] of Object.entries(CALLS))
    for (const [index, result] of results.entries())
      await navigator(`call ${index} to ${number}`, place(Number(number), 'call'), {
        ...{ result, level: LEVELS[Number(number)] as string },
        ...(result === 'waitlist' ? { waitlistDays: '5' } : {}),
        ...(result === 'accepted-for' ? dateFields('forOn', new Date(now.getTime() + 3 * DAY_MS)) : {}),
        calledAt: new Date(
          now.getTime() - (results.length - index) * DAYS_APART * DAY_MS + HOUR_MS,
        ).toISOString(),
      })
  await desk('detox of Lantern House', place(1, 'capacity'), { level: 'detox', tap: '2' })
  await desk('residential of Lantern House', place(1, 'capacity'), { level: 'residential', tap: 'full' })
  await navigator('room of the clinic', place(2, 'capacity'), { level: 'outpatient', tap: 'open' })
  await navigator('room of the shelter', place(9, 'capacity'), { level: 'shelter', tap: '3' })
  for (const fact of ['hours', 'payers', 'moud'])
    await navigator(`${fact} of the clinic`, place(2, 'check'), { fact, holds: 'yes' })
  await navigator('payers of the methadone program', place(3, 'check'), { fact: 'payers', holds: 'no' })
}

const dateFields = (name: string, at: Date): Fields => {
  const [year = '', month = '', day = ''] = at.toISOString().slice(0, 10).split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day }
}

const openSessions =
  (ask: Ask) =>
  async (role: string): Promise<(name: string, path: string, fields: Fields) => Promise<void>> => {
    const entered = await ask('/demo/sign-in', { method: 'POST', body: new URLSearchParams({ as: role }) })
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return async (name, path, fields) => {
      const body = new URLSearchParams({ id: derivedId('place', name) })
      for (const [key, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(key, one)
      await ask(path, { method: 'POST', body, headers: { cookie } })
    }
  }
