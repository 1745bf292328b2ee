import { describe, expect, test } from 'vitest'
import type { SignedLine, SignedRelease } from '#consent'
import { newId } from '#kernel/ids.ts'
import { NOW, readText, sampleFrame, sampleView, stepsTaken, ZONE } from '#tests/support/sample-referral.ts'
import { type ReceivedProps, ReceivedReferralPage } from './received-referral.page.tsx'
import type { ReferralView } from './referral.ts'

/** As it comes to the place before it answers. */
const asked = (changes: Partial<ReferralView> = {}) =>
  sampleView({ side: 'receiver', identity: undefined, steps: stepsTaken(['submitted']), ...changes })
const accepted = (changes: Partial<ReferralView> = {}) =>
  asked({
    identity: { name: 'Quimby', contact: '207-555-0177', whereabouts: 'Ferry ramp' },
    answer: { answer: 'accepted', forDate: undefined, at: NOW },
    steps: stepsTaken(['submitted', 'accepted']),
    ...changes,
  })

const page = (referral: ReferralView, changes: Partial<ReceivedProps> = {}) =>
  String(
    ReceivedReferralPage({
      frame: sampleFrame,
      referral,
      now: NOW,
      zone: ZONE,
      base: '/desk/referrals/1',
      ...changes,
    }),
  )

describe('before the place answers', () => {
  const html = page(asked())
  const text = readText(html)

  test('it is told what helps, and asked for its answer', () => {
    for (const words of [
      'Help with substance use, A place to stay',
      'Medicaid',
      'Agreed',
      'Accept, now',
      'Pierpoint Police',
    ])
      expect(text).toContain(words)
    expect(text).toContain('They are waiting for your answer')
    expect(html).toContain('action="/desk/referrals/1/answer"')
    expect(html).toContain('href="tel:207-555-0101"')
  })

  test('there is nothing of who it is, no arrival and no release', () => {
    expect(text).not.toMatch(/Who it is|Name|They arrived|What the sender may be told/)
  })

  test('what was wrong in an answer stands at the top, leading to its field', () => {
    const errors = { forDate: 'Give the day on which they can come.', reason: 'Choose why not.' }
    const refused = page(asked(), { errors })
    for (const [field, sentence] of Object.entries(errors)) {
      expect(refused).toContain(`href="#${field}-1"`)
      expect(refused).toContain(`id="${field}-1"`)
      expect(readText(refused).split(sentence)).toHaveLength(3)
    }
    expect(refused).toContain('<title>Error: Referral to you | Causeway</title>')
  })
})

describe('after the place said yes', () => {
  test('it is told who it is and how to reach them', () => {
    const text = readText(page(accepted()))
    for (const words of ['You said yes', 'Quimby', '207-555-0177. Ferry ramp', 'Yes: text', 'They arrived'])
      expect(text).toContain(words)
    expect(text).not.toContain('Accept, now')
  })

  test('it is told what was not given, as that', () => {
    const nothing = { name: undefined, contact: undefined, whereabouts: undefined }
    const text = readText(page(accepted({ identity: nothing })))
    for (const words of ['Not given', 'Nothing given', 'Somebody who gave no name'])
      expect(text).toContain(words)
  })

  test('it is told when the person did not agree to be contacted', () => {
    const shy = { identity: undefined, agreesToContact: false, contactWay: undefined }
    expect(readText(page(accepted(shy)))).toContain('They did not agree to be contacted.')
  })

  test('for a day, the day stands there', () => {
    const answer = { answer: 'accepted-for-date', forDate: '2027-01-04', at: NOW } as const
    expect(readText(page(accepted({ answer })))).toContain('For Monday, January 4')
  })

  test('the arrival is confirmed once', () => {
    const arrived = accepted({ steps: stepsTaken(['submitted', 'accepted', 'arrived'], ['arrived']) })
    const html = page(arrived)
    expect(html).not.toContain('/arrived"')
    expect(readText(html)).toContain('The person confirmed it')
    expect(page(accepted())).toContain('action="/desk/referrals/1/arrived"')
  })

  test('who can see it stands there: not police', () => {
    const text = readText(page(accepted()))
    expect(text).toContain('Your answer stays with you.')
    expect(text).toContain('Police')
  })
})

const line = (changes: Partial<SignedLine> = {}): SignedLine => ({
  id: newId(),
  to: { id: newId(), name: 'Pierpoint Police', isPoliceOrCourt: true },
  dataClasses: ['handoff'],
  withheldClasses: [],
  isLive: true,
  expiresAt: new Date('2027-02-22T12:00:00Z'),
  endsOn: null,
  endedAt: null,
  stoppedAt: null,
  ...changes,
})
const release = (...lines: SignedLine[]): SignedRelease => ({
  id: newId(),
  kind: 'multi-party',
  from: { id: newId(), name: 'Lantern House' },
  purpose: 'So that they know',
  form: { text: 'The words.', version: '1', language: 'es' },
  signedAt: NOW,
  lines,
})

describe('what others may be told', () => {
  test('is signed where the person reads it, and not behind a link or before a yes', () => {
    const newReleaseId = newId()
    const referral = accepted()
    const html = page(referral, { releases: [], newReleaseId })
    expect(html).toContain('action="/releases/begin"')
    expect(html).toContain(`name="id" value="${newReleaseId}"`)
    expect(html).toContain(`name="person" value="${referral.personId}"`)
    expect(readText(html)).toContain('They get the same help either way.')
    expect(page(accepted())).not.toContain('/releases/begin')
    expect(page(asked(), { releases: [] })).not.toContain('/releases/begin')
  })

  test('is listed by whom it names: what is live with a way to stop it, what has ended without', () => {
    const [live, stopped, ended] = [
      line(),
      line({
        to: { id: newId(), name: 'Harbor Navigators', isPoliceOrCourt: false },
        isLive: false,
        stoppedAt: new Date('2026-11-24T07:30:00Z'),
      }),
      line({ isLive: false, expiresAt: new Date('2026-11-24T07:40:00Z') }),
    ]
    const signed = release(live, stopped, ended)
    const html = page(accepted(), { releases: [signed] })
    expect(html).toContain(`action="/desk/referrals/1/release/${live.id}/stop"`)
    for (const over of [stopped, ended]) expect(html).not.toContain(`/release/${over.id}/stop`)
    expect(html).toContain(`href="/releases/${signed.id}"`)
    const text = readText(html)
    expect(text).toMatch(/Pierpoint Police may know .*Until February 22, 2027/)
    expect(text).toMatch(/Harbor Navigators: ended .*Stopped today 2:30.AM/)
    expect(text).toMatch(/Ended today 2:40.AM/)
  })
})
