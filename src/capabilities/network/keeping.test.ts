import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capacityWords, levelsOf, readTap } from './capacity.ts'
import { readClosure } from './closed-days.routes.ts'
import { DECAY, FACT_NAMES, freshnessOf, urgencyOf } from './freshness.ts'
import { readProfileForm } from './read-profile-form.ts'
import { copyMonday, readWeek, type TypedDay, typedWeek, weekFrom } from './read-week-form.ts'

const HOUR_MS = 3_600_000
const now = new Date('2026-11-24T18:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)

describe('a fact', () => {
  it('halves with every stretch of its kind: room within hours, an address within years', () => {
    for (const fact of FACT_NAMES) {
      const { hours } = DECAY[fact]
      expect(freshnessOf(fact, ago(hours), now).score).toBeCloseTo(0.5)
      expect(freshnessOf(fact, ago(hours * 0.2), now).state).toBe('fresh')
      expect(freshnessOf(fact, ago(hours * 0.8), now).state).toBe('ageing')
      expect(freshnessOf(fact, ago(hours * 1.2), now).state).toBe('old')
    }
    expect(DECAY.capacity.hours).toBeLessThan(48)
    expect(freshnessOf('phone', undefined, now)).toEqual({ fact: 'phone', state: 'never', score: 0 })
    expect(freshnessOf('phone', ago(-5), now).score).toBe(1)
  })

  it('that is old wants a call the more, the more it decides; room alone wants none', () => {
    const urgency = (fact: (typeof FACT_NAMES)[number]) => urgencyOf([freshnessOf(fact, undefined, now)])
    expect(urgency('phone')).toBeGreaterThan(urgency('address'))
    expect(urgency('capacity')).toBe(0)
  })
})

describe('capacity', () => {
  const service = { needs: ['treatment'], settings: null, moud: null, medicines: null } as const

  it('is asked for the levels that a service has, beds first', () => {
    expect(levelsOf({ ...service, settings: ['outpatient', 'detox'] })).toEqual(['detox', 'outpatient'])
    expect(levelsOf({ ...service, needs: ['shelter'] })).toEqual(['shelter'])
    expect(levelsOf({ ...service, medicines: ['methadone'] })).toEqual(['moud-start'])
    expect(levelsOf({ ...service, medicines: ['methadone'], moud: ['methadone:accept-on'] })).toEqual([
      'outpatient',
    ])
    expect(levelsOf(service)).toEqual(['outpatient'])
  })

  it('is one tap, and says what the tap said', () => {
    expect([readTap('full'), readTap('open'), readTap('2'), readTap('0'), readTap('x')]).toEqual([
      ...[
        { isOpen: false, open: 0 },
        { isOpen: true, open: null },
        { isOpen: true, open: 2 },
      ],
      ...[undefined, undefined],
    ])
    const words = (isOpen: boolean, open: number | null, waitlistDays: number | null = null) =>
      capacityWords('detox', { isOpen, open, waitlistDays }).replaceAll('\u00a0', ' ')
    expect([words(true, 1), words(true, null), words(false, 0, 5)]).toEqual([
      ...['1 bed', 'Room', 'Full, waitlist 5 days'],
    ])
  })
})

describe('a week on a grid', () => {
  const span = fc.record({
    day: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: 11 }),
    long: fc.integer({ min: 1, max: 11 }),
  })
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

  it('comes back as it was typed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(span, { selector: ({ day }) => day }), (spans) => {
        const hours = spans.map(({ day, from, long }) => ({
          days: [day],
          opens: clock(from),
          closes: clock(from + long),
        }))
        const read = readWeek(weekFrom(hours))
        expect('hours' in read && weekFrom(read.hours)).toEqual(weekFrom(hours))
      }),
      { numRuns: 50 },
    )
  })

  it('takes Monday for other days, day and night, and two stretches a day', () => {
    const fields = {
      ...{
        'w-1-opens-1': ['08:00'],
        'w-1-closes-1': ['12:00'],
        'w-1-opens-2': ['13:00'],
        'w-1-closes-2': ['17:00'],
      },
      'w-6-all': ['yes'],
    }
    const week = copyMonday(typedWeek(fields, 'w'), 'weekdays')
    expect(readWeek(week)).toEqual({
      hours: [
        { days: [1, 2, 3, 4, 5], opens: '08:00', closes: '12:00' },
        { days: [1, 2, 3, 4, 5], opens: '13:00', closes: '17:00' },
        { days: [6], opens: '00:00', closes: '00:00' },
      ],
    })
  })

  it('says at its day what has to be put right', () => {
    const wrong = (...spans: TypedDay['spans']) => {
      const read = readWeek([{ name: 'Monday', spans, isAllDay: false }])
      return 'wrong' in read ? read.wrong[0]?.error : undefined
    }
    expect(wrong({ opens: '08:00', closes: '' })).toContain('ends')
    expect(wrong({ opens: '', closes: '12:00' })).toContain('begins')
    expect(wrong({ opens: '8', closes: '12:00' })).toContain('times')
    expect(wrong({ opens: '08:00', closes: '12:00' }, { opens: '11:00', closes: '15:00' })).toContain(
      'second',
    )
    expect(wrong({ opens: '22:00', closes: '06:00' })).toBeUndefined()
  })
})

describe('the form of a profile', () => {
  const read = (fields: Record<string, readonly string[]>) =>
    readProfileForm({ name: ['Detox'], needs: ['treatment'], ...fields })

  it('tells unknown from none and from no', () => {
    const { set, errors } = read({ exclusions: ['nothing'], ages: [], walkIn: ['no'], pets: [''] })
    expect(errors).toEqual({})
    expect(set).toMatchObject({ exclusions: [], ages: null, walkIn: false, pets: null, moud: null })
    expect(set).not.toHaveProperty('medicines')
  })

  it('gives the medicines that a place starts or goes on with, not those that it only lets in', () => {
    const moud = ['buprenorphine:start-same-day', 'buprenorphine:continue', 'methadone:accept-on']
    expect(read({ moud }).set).toMatchObject({ moud, medicines: ['buprenorphine'] })
  })

  it('takes levels of the edition that was chosen, and none without one', () => {
    const levels = { 'asam-3': ['3.7-WM'], 'asam-4': ['2.7', '9'] }
    expect(read({ asamEdition: ['4'], ...levels }).set).toMatchObject({
      asamEdition: '4',
      asamLevels: ['2.7'],
    })
    expect(read({ asamEdition: [''], ...levels }).set).toMatchObject({ asamEdition: null, asamLevels: null })
    expect(read({ asamEdition: ['nothing'] }).set).toMatchObject({ asamEdition: null, asamLevels: [] })
  })

  it.each([
    ['minAge', { minAge: ['x'] }],
    ['maxAge', { minAge: ['30'], maxAge: ['18'] }],
    ['maxHoursSinceUse', { minHoursSinceUse: ['48'], maxHoursSinceUse: ['24'] }],
    ['transportMiles', { transportMiles: ['0'] }],
    ['website', { website: ['javascript:alert(1)'] }],
    ['intakeEmail', { intakeEmail: ['desk'] }],
    ['phone', { phone: ['1'.repeat(201)] }],
    ['needs', { needs: ['money'] }],
    ['name', { name: [''] }],
  ])('says at %s what has to be put right', (field, fields) => {
    expect(Object.keys(read(fields).errors)).toEqual([field])
  })
})

describe('closed days', () => {
  const on = (name: string, day: string) => {
    const [year = '', month = '', date = ''] = day.split('-')
    return { [`${name}-year`]: [year], [`${name}-month`]: [month], [`${name}-day`]: [date] }
  }
  it('are one day or several, and not over yet', () => {
    expect(readClosure(on('from', '2026-12-24'), '2026-11-24')).toEqual({
      closure: { fromOn: '2026-12-24', untilOn: '2026-12-24', note: null },
    })
    const errors = (fields: Record<string, string[]>) => {
      const made = readClosure(fields, '2026-11-24')
      return 'errors' in made ? Object.keys(made.errors) : []
    }
    expect(errors(on('from', '2026-02-30'))).toEqual(['from'])
    expect(errors({ ...on('from', '2026-12-24'), ...on('until', '2026-12-20') })).toEqual(['until'])
    expect(errors(on('from', '2026-11-20'))).toEqual(['until'])
    expect(errors({ ...on('from', '2026-12-24'), note: ['x'.repeat(101)] })).toEqual(['note'])
  })
})
