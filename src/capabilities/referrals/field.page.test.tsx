import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { NOW, readText, sampleFrame, sampleLine, ZONE } from '#tests/support/sample-referral.ts'
import { FieldPage, ReferralsPage } from './field.page.tsx'
import type { ReferralLine } from './list-referrals.ts'

const common = { frame: sampleFrame, now: NOW, zone: ZONE }
const newReferralId = newId()
const NO_CHOICE = { pathways: [], usual: undefined }
const field = (lines: ReferralLine[] = [], draft?: { id: string; savedAt: Date }) =>
  String(FieldPage({ ...common, newReferralId, lines, draft, choice: NO_CHOICE }))
const referrals = (lines: ReferralLine[] = [], older?: string) =>
  String(ReferralsPage({ ...common, lines, older }))

describe('an officer’s first page', () => {
  test('has the two things that an officer does, as links', () => {
    const html = field()
    for (const words of ['Make a referral', 'Find a place']) expect(readText(html)).toContain(words)
    expect(html).toContain(`href="/field/referral?draft=${newReferralId}"`)
    expect(html).toContain('href="/places"')
  })

  test('says what will stand there before anything was sent', () => {
    expect(readText(field())).toContain('Nothing sent yet')
    expect(field()).not.toContain('href="/referrals"')
  })

  test('leads on to the draft that was not sent', () => {
    const id = newId()
    const html = field([], { id, savedAt: new Date('2026-11-24T07:45:00Z') })
    expect(readText(html)).toMatch(/A referral is not sent yet Saved today 2:45.AM \. Nothing is lost\./)
    expect(html).toContain(`href="/field/referral?draft=${id}"`)
  })

  test('shows each referral with its clock, and leads to it', () => {
    const line = sampleLine()
    const html = field([line])
    const text = readText(html)
    expect(text).toMatch(/20.min left, by 3:20.AM/)
    for (const words of ['Quimby', 'Lantern House was asked.', 'Your department’s referrals'])
      expect(text).toContain(words)
    expect(html).toContain(`href="/referrals/${line.id}"`)
    expect(html).toContain('href="/referrals"')
  })

  test('says of one that is over what the officer did, and when', () => {
    const at = new Date('2026-11-24T07:55:00Z')
    const over = (changes: Partial<ReferralLine>) =>
      readText(field([sampleLine({ clockStoppedAt: at, ...changes })]))
    expect(over({ steps: ['submitted', 'handed-over'] })).toMatch(/You handed over today 2:55.AM/)
    expect(over({ withdrawnAt: at, steps: ['submitted', 'withdrawn'] })).toMatch(
      /You took it back today 2:55.AM/,
    )
  })

  test('never says what the place did, also if a line brought it along (P2-002)', () => {
    const bare = field([sampleLine({ id: 'one' })])
    for (const answer of ['accepted', 'declined'] as const)
      expect(field([sampleLine({ id: 'one', answer, forDate: '2027-01-04' })])).toBe(bare)
  })

  test('names somebody without a name by the place', () => {
    expect(readText(field([sampleLine({ name: undefined })]))).toContain('Somebody, Ferry ramp')
  })
})

describe('all that the department sent', () => {
  test('is listed, with the way to older ones', () => {
    const html = referrals([sampleLine()], '/referrals?before=x')
    for (const words of ['Referrals your department sent', 'Quimby', 'Older referrals'])
      expect(readText(html)).toContain(words)
    expect(html).toContain('href="/referrals?before=x"')
    expect(readText(referrals([sampleLine()]))).not.toContain('Older referrals')
  })

  test('says so when it is nothing', () => {
    expect(readText(referrals())).toContain('No referrals here')
  })
})
