import type { MemberActor } from '#kernel/actor.ts'
import { addDays } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import { lastEndedQuarter, monthsOf } from '#kernel/quarter.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import {
  answerCall,
  beginIntake,
  callAngel,
  decideCriteria,
  noteCare,
  noteStep,
  openVisit,
  saveIntake,
  sayHere,
  setAvailability,
} from '#visits'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const actor = (number: number, organizationId: string, role: MemberActor['roles'][number]): MemberActor => ({
  ...{
    kind: 'member',
    memberId: demoId(3, number),
    organizationId,
    jurisdictionId: COUNTY.id,
    roles: [role],
  },
})
const OFFICER = actor(1, ORGANIZATIONS.police.id, 'officer')
const ANGEL = actor(3, ORGANIZATIONS.recovery.id, 'angel')
const NAVIGATOR = actor(4, ORGANIZATIONS.navigators.id, 'navigator')
const CASE_MANAGER = actor(5, ORGANIZATIONS.navigators.id, 'case-manager')

const ALWAYS = [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
  (['night', 'morning', 'afternoon', 'evening'] as const).map((part) => `${day}-${part}` as const),
)
const OFFICE_HOURS = ALWAYS.filter((part) => /^[1-5]-(morning|afternoon)/.test(part))

/** What the criteria of the invented county are answered with: everything fits. */
const FITTING = { medical: 'no', warrant: 'no', convictions: 'no', safety: 'no', age: 'yes', wanted: 'yes' }

type Walked = {
  readonly name: string
  readonly at: Date
  readonly asks?: 'family'
  readonly who?: MemberActor
}

/**
 * Has people walk into the invented station: two are there now, some came before, and enough of them in the quarter that
 * is over for its counts to be shown. Each is done once, however often.
 */
export const fillVisits = async (asActor: AsActor, now = new Date()): Promise<void> => {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await fillRoster(asActor)
  const walk = (name: string, at: Date, way: Way, more: Partial<Walked> = {}) =>
    walkIn(asActor, { name, at, ...more }, way)
  const stays = { isCalled: false } as const

  await walk('at the station now', ago(0.007), { noted: ['comfort'], ...stays })
  await walk('an angel is called', ago(0.014), {})
  await walk('at the hospital', ago(0.2), { noted: ['comfort', 'hospital'], ...stays })
  await walk('for a daughter', ago(3), { person: {} }, { asks: 'family' })
  await walk('went again', ago(5), { noted: ['comfort', 'fit', { end: 'left' }], ...stays })

  const mara = { called: 'Mara', reach: '207-555-0188' }
  const first = { name: 'Mara, the first time', at: ago(40) }
  const left = ['offered', 'arrived', 'entered', 'left-place', 'no-more']
  await walkIn(asActor, first, { person: mara, care: left })
  const entered = ['call', 'offered', 'transport', 'arrived', 'entered', 'safety']
  await walk('Mara, again', ago(8), { person: { ...mara, sameAs: first }, care: entered })
  const stayed = ['call', 'offered', 'arrived', 'entered', 'retained']
  await walk('Theo', ago(31), { person: { called: 'Theo', reach: 'Through the drop-in' }, care: stayed })
  await walk('Ana', ago(0.4), { person: { called: 'Ana', reach: '207-555-0189' } })

  const middle = new Date(
    `${addDays(monthsOf(lastEndedQuarter(COUNTY.timeZone, now))[1] ?? '', 10)}T12:00:00Z`,
  )
  const came = { person: {}, care: ['offered', 'arrived', 'entered', 'no-more'] }
  for (let number = 1; number <= 12; number++)
    await walk(`last quarter ${number}`, middle, came, { who: NAVIGATOR })
  for (let number = 1; number <= 11; number++)
    await walk(`last quarter, went ${number}`, middle, { noted: [{ end: 'left' }], ...stays })
}

const fillRoster = async (asActor: AsActor): Promise<void> => {
  const join = (who: MemberActor, phone: string, hours: typeof ALWAYS) =>
    setAvailability(asActor, who, { phone, hours, awayUntil: undefined })
  await join(ANGEL, '207-555-0141', ALWAYS)
  await join(NAVIGATOR, '207-555-0119', ALWAYS)
  await join(CASE_MANAGER, '207-555-0121', OFFICE_HOURS)
}

const idOf = ({ name }: Walked): string => derivedId('visit', name)

type Person = { readonly called?: string; readonly reach?: string; readonly sameAs?: Walked }

const walkIn = async (
  asActor: AsActor,
  walked: Walked,
  { noted = [], isCalled = true, person, care = [] }: Way,
): Promise<void> => {
  const [id, who] = [idOf(walked), walked.who ?? ANGEL]
  const callId = derivedId<'visit-call'>('visit-call', walked.name)
  const asks = walked.asks ?? 'self'
  // Each side does its part in one transaction, so that the county is filled at once.
  const isNew = await asActor(OFFICER, async (tx) => {
    const within: AsActor = (_, work) => work(tx)
    const opened = await openVisit(within, OFFICER, { id, came: 'walk-in', asks, openedAt: walked.at })
    if (!opened.isNew) return false
    for (const step of noted) await noteStep(within, OFFICER, id, step)
    if (!isCalled) return false
    for (const step of ['comfort', 'fit', 'promise', ...(walked.asks ? [] : (['items'] as const))] as const)
      await noteStep(within, OFFICER, id, step)
    if (!walked.asks) await decideCriteria(within, OFFICER, id, { answers: FITTING, zone: COUNTY.timeZone })
    await callAngel(within, OFFICER, { id: callId, visitId: id, angelMemberId: who.memberId, at: walked.at })
    return true
  })
  if (!isNew || !person) return
  await asActor(who, async (tx) => {
    const within: AsActor = (_, work) => work(tx)
    await answerCall(within, who, id, { callId, answer: 'coming', minutes: 15 })
    await sayHere(within, who, id)
    if (walked.asks) return
    const { called, reach, sameAs } = person
    const sameAsVisitId = sameAs && idOf(sameAs)
    await beginIntake(within, who, id, { called, reach, sameAsVisitId, metAt: walked.at })
    if (called) await saveIntake(within, who, id, { called, reach, isFinished: true, answers: SAID })
    for (const [index, step] of care.entries()) await noteCare(within, who, id, careStep(walked, step, index))
  })
  await sayHere(asActor, OFFICER, id)
}

type Way = {
  readonly noted?: readonly Parameters<typeof noteStep>[3][]
  readonly isCalled?: boolean
  readonly person?: Person
  readonly care?: readonly string[]
}

const SAID = {
  wants: ['A quiet place to sleep, and no more mornings like this'],
  ...{ needs: ['treatment'], payer: ['medicaid'] },
}

const careStep = (walked: Walked, step: string, index: number): Parameters<typeof noteCare>[3] => {
  const isEnd = step === 'no-more'
  return {
    id: derivedId('visit-care-step', `${walked.name} ${step}`),
    kind: isEnd ? 'follow-up' : (step as Parameters<typeof noteCare>[3]['kind']),
    serviceId: step === 'call' || step === 'offered' ? demoId(6, 1) : undefined,
    result: RESULTS[step],
    days: isEnd ? 1 : undefined,
    at: new Date(walked.at.getTime() + (isEnd ? 25 : index + 1) * HOUR_MS),
  }
}

const RESULTS: Readonly<Record<string, string>> = {
  ...{ call: 'bed-now', transport: 'angel', arrived: 'place', entered: 'place', retained: 'person' },
  'no-more': 'no-more',
}
