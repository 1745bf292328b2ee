import { describe, expect, test } from 'vitest'
import { NOW, readText, sampleFrame, sampleLine, ZONE } from '#tests/support/sample-referral.ts'
import { AnswerForm } from './answer-form.page.tsx'
import { AnswerLinkPage } from './answer-link.page.tsx'
import { DeskPage } from './desk.page.tsx'
import type { ReferralLine } from './list-referrals.ts'
import { DECLINE_REASONS } from './referral.ts'

/** As a line comes to the place: no whereabouts, and a name only after a yes. */
const asked = (changes: Partial<ReferralLine> = {}) =>
  sampleLine({ side: 'receiver', name: undefined, whereabouts: undefined, ...changes })

const desk = (...lines: ReferralLine[]) =>
  String(
    DeskPage({
      frame: sampleFrame,
      organizationName: 'Lantern House',
      lines,
      mayReceive: true,
      now: NOW,
      zone: ZONE,
    }),
  )

describe('the desk of a place', () => {
  test('says how many people wait for its answer', () => {
    const headline = (count: number) =>
      /<h1[^>]*>([^<]*)</.exec(desk(...Array.from({ length: count }, () => asked())))?.[1]
    expect([headline(0), headline(1), headline(2)]).toEqual([
      'Nobody is waiting for your answer',
      '1 person is waiting for your answer',
      '2 people are waiting for your answer',
    ])
    expect(readText(desk())).toContain('All answered')
  })

  test('shows what helps, how it is paid for, whether contact is agreed, who asks, and the clock', () => {
    const html = desk(asked())
    const text = readText(html)
    for (const words of [
      'Help with substance use, A place to stay',
      'Medicaid',
      'Agreed',
      'You see it when you accept',
      'Pierpoint Police',
      'Pierpoint Police asked.',
    ])
      expect(text).toContain(words)
    expect(text).toMatch(/20.min left/)
    expect(html).toContain('href="tel:207-555-0101"')
    expect(desk(asked({ fromPhone: null }))).not.toContain('tel:')
  })

  test('says that the person tells their name themselves when they did not agree to contact', () => {
    const text = readText(desk(asked({ agreesToContact: false })))
    expect(text).toContain('They tell you themselves')
    expect(text).toContain('No. They will come, or be brought, themselves')
  })

  test('takes an answer for each, each form with ids of its own', () => {
    const lines = [asked(), asked()]
    const html = desk(...lines)
    for (const { id } of lines) expect(html).toContain(`action="/desk/referrals/${id}/answer"`)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('shows who is on the way, with a name where it was agreed, and who has arrived', () => {
    const onTheWay = asked({ answer: 'accepted', name: 'Quimby' })
    const later = asked({ answer: 'accepted-for-date', forDate: '2027-01-04', agreesToContact: false })
    const arrived = asked({ answer: 'accepted', name: 'Ondine', steps: ['submitted', 'accepted', 'arrived'] })
    const html = desk(onTheWay, later, arrived)
    const text = readText(html)
    expect(text).toMatch(/Accepted, on the way Quimby .*Bed or visit now\./)
    expect(text).toMatch(/Help with substance use, A place to stay .*For Monday, January 4.*\./)
    expect(text).toMatch(/Arrived Ondine/)
    expect(html).toContain(`action="/desk/referrals/${onTheWay.id}/arrived"`)
    expect(html).not.toContain(`action="/desk/referrals/${arrived.id}/arrived"`)
  })

  test('says who can see it, and that police are not told', () => {
    const text = readText(desk(asked()))
    expect(text).toContain('Lantern House')
    expect(text).toContain('Police are not told what you answer, unless the person signs that they may be.')
  })
})

describe('the form of an answer', () => {
  const form = (changes: Partial<Parameters<typeof AnswerForm>[0]> = {}) =>
    String(AnswerForm({ action: '/answer/x/answer', about: '1', ...changes }))

  test('offers yes, yes for a day, and no with every reason in the words of the field', () => {
    const html = form()
    expect([...html.matchAll(/name="answer" value="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'accepted',
      'accepted-for-date',
      'declined',
    ])
    const text = readText(html)
    for (const words of Object.values(DECLINE_REASONS)) expect(text).toContain(words)
    expect(text).toContain('This page forgets them at once. No hard feelings.')
  })

  test('opens where something has to change, with what was typed', () => {
    const date = { month: '2', day: '30', year: '2027' }
    const html = form({ errors: { forDate: 'Give a day that is in the calendar.' }, date })
    expect(html.match(/<details[^>]* open/g)).toHaveLength(1)
    for (const kept of ['value="2"', 'value="30"', 'value="2027"', 'Give a day that is in the calendar.'])
      expect(html).toContain(kept)
    const why = form({ errors: { reason: 'Choose why not.' }, reason: 'payer' })
    expect(why).toMatch(/value="payer" checked/)
    expect(form()).not.toMatch(/<details[^>]* open/)
  })
})

describe('where a link leads when nothing is left to do', () => {
  test.each<[state: Parameters<typeof AnswerLinkPage>[0]['state'], says: string]>([
    ['answered', 'Thank you, this was answered'],
    ['declined', 'This page has forgotten the person.'],
    ['arrived', 'Thank you, the arrival is confirmed'],
    ['ended', 'This link has ended'],
    ['taken-back', 'The question was taken back'],
    ['unknown', 'This link does not work'],
  ])('%s: says kindly “%s”, and what to do in an emergency', (state, says) => {
    const text = readText(AnswerLinkPage({ frame: sampleFrame, state }))
    expect(text).toContain(says)
    expect(text).toContain('Call 911')
  })
})
