import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import {
  answerInput,
  clockStoppedAt,
  DECLINE_REASONS,
  fieldSentences,
  isComplete,
  referralInput,
  type Step,
  type StepName,
} from './referral.ts'

const whole = {
  id: newId(),
  serviceId: newId(),
  needs: ['treatment'],
  name: 'Sam',
  whereabouts: 'Ferry ramp',
  latitude: 44.3,
  longitude: -68.2,
  payer: 'medicaid',
  agreesToContact: true,
  contactWay: 'call',
  contact: '207-555-0177',
}

const sentencesFor = (schema: z.ZodType, given: unknown): Record<string, string> => {
  const read = schema.safeParse(given)
  return read.success ? {} : fieldSentences(read.error)
}
const referralSentences = (changes: Record<string, unknown>) =>
  sentencesFor(referralInput, { ...whole, ...changes })
const without = (...names: (keyof typeof whole)[]) =>
  referralSentences(Object.fromEntries(names.map((name) => [name, undefined])))

describe('a referral', () => {
  test('is taken as it was filled in', () => {
    expect(referralInput.parse(whole)).toEqual(whole)
  })

  test('needs no name, place or insurance: “not sure” is an answer', () => {
    const { name, whereabouts, payer, ...rest } = whole
    expect(referralInput.parse(rest)).toMatchObject({ payer: 'not-sure' })
  })

  test('says at each field what is missing', () => {
    expect(without('id', 'serviceId', 'needs', 'agreesToContact')).toEqual({
      id: expect.any(String),
      serviceId: 'Choose who should get this.',
      needs: expect.any(String),
      agreesToContact: 'Say whether they agree to be contacted.',
    })
    expect(referralSentences({ needs: [] })).toEqual({ needs: 'Choose what would help most.' })
  })

  test('that agrees to contact says how, and where', () => {
    expect(without('contactWay')).toEqual({ contactWay: 'Choose how to reach them.' })
    expect(without('contact')).toEqual({})
    expect(without('whereabouts')).toEqual({})
    expect(without('contact', 'whereabouts')).toEqual({ contact: expect.stringContaining('phone number') })
    expect(without('contact', 'whereabouts', 'contactWay')).toEqual({
      contactWay: expect.any(String),
      contact: expect.any(String),
    })
  })

  test('that does not agree to contact says neither', () => {
    expect(
      referralSentences({
        agreesToContact: false,
        contactWay: undefined,
        contact: undefined,
        whereabouts: undefined,
      }),
    ).toEqual({})
  })

  test.each<[field: keyof typeof whole, value: unknown]>([
    ['id', 'not-an-id'],
    ['serviceId', '1'],
    ['needs', ['everything']],
    ['needs', 'treatment'],
    ['payer', 'gold'],
    ['agreesToContact', 'yes'],
    ['contactWay', 'pigeon'],
    ['latitude', 91],
    ['latitude', Number.NaN],
    ['longitude', -181],
    ['name', 'x'.repeat(201)],
    ['whereabouts', 'x'.repeat(301)],
    ['contact', 'x'.repeat(201)],
  ])('is refused at %s when it is %j', (field, value) => {
    expect(Object.keys(referralSentences({ [field]: value }))).toEqual([field])
  })

  test('keeps letters of every script as they are, without the space around them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        expect(referralInput.parse({ ...whole, name: `  ${name}  ` }).name).toBe(name.trim())
      }),
    )
  })
})

const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('an answer', () => {
  test('is yes, yes for a day, or no with a reason', () => {
    expect(answerInput.parse({ answer: 'accepted' })).toEqual({ answer: 'accepted' })
    const forDate = daysFromNow(7)
    expect(answerInput.parse({ answer: 'accepted-for-date', forDate }).forDate).toBe(forDate)
    for (const reason of Object.keys(DECLINE_REASONS))
      expect(answerInput.parse({ answer: 'declined', reason })).toEqual({ answer: 'declined', reason })
  })

  test('says at each field what is missing', () => {
    expect(sentencesFor(answerInput, {})).toEqual({ answer: 'Choose an answer.' })
    expect(sentencesFor(answerInput, { answer: 'perhaps' })).toEqual({ answer: 'Choose an answer.' })
    expect(sentencesFor(answerInput, { answer: 'accepted-for-date' })).toEqual({
      forDate: 'Give the day on which they can come.',
    })
    expect(sentencesFor(answerInput, { answer: 'declined' })).toEqual({ reason: 'Choose why not.' })
    expect(sentencesFor(answerInput, { answer: 'declined', reason: 'rude' })).toEqual({
      reason: 'Choose why not, so that others can learn from it.',
    })
  })

  test('is for a day that is in the calendar, from today on, within a year', () => {
    const refused = (forDate: string) => sentencesFor(answerInput, { answer: 'accepted-for-date', forDate })
    for (const day of ['2027-02-30', '2027-13-01', 'tomorrow', '2027-1-1', ''])
      expect(refused(day), day).toEqual({ forDate: 'Give a day that is in the calendar.' })
    for (const days of [-3, -400, 367, 4000])
      expect(refused(daysFromNow(days)), String(days)).toEqual({
        forDate: 'Give a day from today on, within a year.',
      })
    for (const days of [-1, 0, 1, 365]) expect(refused(daysFromNow(days)), String(days)).toEqual({})
  })
})

describe('sentences by field', () => {
  test('give the first of each, and what concerns the whole form apart', () => {
    const schema = z.object({ a: z.string() }).superRefine((_, context) => {
      context.addIssue({ code: 'custom', path: ['a'], message: 'First.' })
      context.addIssue({ code: 'custom', path: ['a'], message: 'Second.' })
      context.addIssue({ code: 'custom', message: 'All of it.' })
    })
    expect(sentencesFor(schema, { a: '' })).toEqual({ a: 'First.', form: 'All of it.' })
  })
})

const step = (name: StepName, minute = 0, personConfirms = false): Step => ({
  step: name,
  at: new Date(Date.UTC(2026, 10, 24, 8, minute)),
  by: 'Harbor Recovery',
  member: undefined,
  personConfirms,
})

describe('a handoff', () => {
  test('is complete when sender, receiver and the person have each confirmed, in whatever order', () => {
    const handed = step('handed-over', 9)
    const arrived = step('arrived', 5)
    const bySender = [arrived, step('handed-over', 9, true)]
    expect([isComplete(bySender), isComplete([...bySender].reverse())]).toEqual([true, true])
    expect(isComplete([handed, step('arrived', 5, true)])).toBe(true)
    for (const missing of [[handed, arrived], [step('handed-over', 9, true)], [step('arrived', 5, true)], []])
      expect(isComplete([step('submitted'), step('accepted', 1), ...missing])).toBe(false)
  })
})

describe('the handoff clock', () => {
  test('runs from sent and delivered on, and stops at the first step that puts it in hand', () => {
    expect(clockStoppedAt([])).toBeUndefined()
    expect(clockStoppedAt([step('submitted'), step('delivered', 1)])).toBeUndefined()
    const stops: StepName[] = ['accepted', 'declined', 'arrived', 'handed-over', 'withdrawn']
    for (const name of stops)
      expect(clockStoppedAt([step('submitted'), step(name, 7)])).toEqual(step(name, 7).at)
  })

  test('stops at the earliest of several, whatever their order', () => {
    const minutes = fc.array(fc.nat(59), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(minutes, (given) => {
        const steps = given.map((minute) => step('arrived', minute))
        expect(clockStoppedAt(steps)).toEqual(step('arrived', Math.min(...given)).at)
      }),
    )
  })
})
