import { describe, expect, test } from 'vitest'
import { NOT_FOR_ENFORCEMENT } from '#agreements'
import { DISCLOSURE_NOTICE } from '#disclosures'
import { POLICE_DATA_CLASSES } from '#kernel/data-classes.ts'
import { NOW, readText, sampleFrame, sampleView, stepsTaken, ZONE } from '#tests/support/sample-referral.ts'
import { ReferralPage } from './referral.page.tsx'
import type { ReferralView, StepName } from './referral.ts'

const page = (changes: Partial<ReferralView> = {}, justSent = false) =>
  String(
    ReferralPage({
      ...{ frame: sampleFrame, referral: sampleView(changes), now: NOW, zone: ZONE, justSent },
      pathway: undefined,
    }),
  )
const words = (changes: Partial<ReferralView> = {}, justSent = false) => readText(page(changes, justSent))

describe('a referral, to its sender', () => {
  test.each<[steps: StepName[], confirmed: StepName[], headline: string]>([
    [['submitted'], [], 'Lantern House has been asked'],
    [['submitted', 'delivered'], [], 'Lantern House has been asked'],
    [['submitted', 'accepted'], [], 'Lantern House said yes'],
    [['submitted', 'declined'], [], 'Lantern House cannot take this one'],
    [['submitted', 'accepted', 'arrived'], [], 'They are at Lantern House'],
    [['submitted', 'handed-over'], [], 'You handed over'],
    [['submitted', 'arrived', 'handed-over'], [], 'You handed over'],
    [['submitted', 'arrived', 'handed-over'], ['arrived'], 'The handoff is complete'],
  ])('after %j, confirmed at %j, says “%s”', (steps, confirmed, headline) => {
    expect(words({ steps: stepsTaken(steps, confirmed) })).toContain(headline)
  })

  test('names the person by what is known of them, never as unknown', () => {
    const called = (identity: ReferralView['identity']) => /<h1[^>]*>([^<]*)</.exec(page({ identity }))?.[1]
    const nothing = { name: undefined, contact: undefined, whereabouts: undefined }
    expect(called({ ...nothing, name: 'Quimby', whereabouts: 'Ferry ramp' })).toBe('Quimby')
    expect(called({ ...nothing, whereabouts: 'Ferry ramp' })).toBe('Somebody, Ferry ramp')
    expect(called(nothing)).toBe('Somebody who gave no name')
    expect(called(undefined)).toBe('Somebody who gave no name')
  })

  test('says who did each step and when, and that the person confirmed', () => {
    const text = words({ steps: stepsTaken(['submitted', 'delivered', 'handed-over'], ['handed-over']) })
    for (const said of [
      'Officer T. Reyes, Pierpoint Police',
      'Delivered to the intake desk',
      'Causeway',
      'The person confirmed it',
    ])
      expect(text).toContain(said)
  })

  test('offers to hand over, to call, and to take back, while that can be done', () => {
    const html = page()
    for (const offered of ['I handed over', 'Call Lantern House', 'Take it back'])
      expect(html).toContain(offered)
    expect(html).toContain('href="tel:207-555-0103"')
    const over = [{ steps: stepsTaken(['submitted', 'handed-over']) }, { withdrawnAt: NOW }]
    for (const changes of over) expect(page(changes)).not.toMatch(/I handed over|Take it back/)
    const silent = { to: { id: '1', name: 'Lantern House', phone: null } }
    expect(page(silent)).not.toContain('tel:')
  })

  test('that was sent just now says so, with the way back', () => {
    expect(words({}, true)).toMatch(/Referral sent\..*Take it back/)
    expect(words({ withdrawnAt: NOW }, true)).not.toContain('Referral sent.')
    expect(words({ withdrawnAt: NOW })).toContain('You took it back')
  })

  test('names who can see it', () => {
    expect(words()).toContain('Your department and Lantern House can see what you sent.')
  })

  test('without a release says plainly that nothing can be told', () => {
    const text = words()
    expect(text).toContain('We cannot tell you what came of this.')
    expect(text).toContain('Silence is not bad news.')
    expect(text).not.toContain('42 CFR')
  })

  test('with a release says what will be told, what not, until when, and the notice (P2-030, P2-054)', () => {
    const dataClasses = ['handoff', 'officer-next-step'] as const
    const carried = {
      version: DISCLOSURE_NOTICE.version,
      notice: DISCLOSURE_NOTICE.text,
      scope: 'Lantern House may tell you this and nothing else.',
      redisclosureRule: 'none',
      redisclosure: 'You may not pass this on.',
    } as const
    const expiresAt = new Date('2027-03-02T12:00:00Z')
    const text = words({ release: { dataClasses, expiresAt, carried: [carried] } })
    for (const said of [
      'They agreed to this until March 2, 2027',
      ...dataClasses.map((dataClass) => POLICE_DATA_CLASSES[dataClass]),
      'Anything about health or care',
      NOT_FOR_ENFORCEMENT,
      DISCLOSURE_NOTICE.text,
      carried.scope,
      carried.redisclosure,
    ])
      expect(text).toContain(said)
    expect(text).not.toContain(POLICE_DATA_CLASSES.enrolled)
  })
})
