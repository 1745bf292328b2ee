import type { Frame } from '#identity'
import { newId } from '#kernel/ids.ts'
import type { ReferralLine, ReferralView, StepName } from '#referrals'

/** The moment at which sample pages are made. */
export const NOW = new Date('2026-11-24T08:00:00Z')
export const ZONE = 'America/New_York'

export const sampleFrame: Frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }

const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000)

const PLACE_STEPS: readonly StepName[] = ['accepted', 'declined', 'arrived']

/** Steps five minutes apart, the last of them five minutes ago. The person confirms those that are named last. */
export const stepsTaken = (names: readonly StepName[], confirmed: readonly StepName[] = []) =>
  names.map((step, index) => ({
    step,
    at: minutesAgo(5 * (names.length - index)),
    by: step === 'delivered' ? 'Causeway' : PLACE_STEPS.includes(step) ? 'Lantern House' : 'Pierpoint Police',
    member: step === 'submitted' ? 'Officer T. Reyes' : undefined,
    personConfirms: confirmed.includes(step),
  }))

/** A referral that was sent ten minutes ago, as its sender sees it. */
export const sampleView = (changes: Partial<ReferralView> = {}): ReferralView => ({
  id: newId(),
  personId: newId(),
  side: 'sender',
  from: { id: newId(), name: 'Pierpoint Police', phone: '207-555-0101' },
  to: { id: newId(), name: 'Lantern House', phone: '207-555-0103' },
  sentBy: 'Officer T. Reyes',
  serviceId: newId(),
  needs: ['treatment', 'shelter'],
  payer: 'medicaid',
  agreesToContact: true,
  contactWay: 'text',
  submittedAt: minutesAgo(10),
  answerDueAt: new Date(minutesAgo(10).getTime() + 30 * 60_000),
  withdrawnAt: undefined,
  identity: { name: 'Quimby', contact: '207-555-0177', whereabouts: 'Ferry ramp' },
  steps: stepsTaken(['submitted', 'delivered']),
  answer: undefined,
  mustAttest: false,
  release: undefined,
  ...changes,
})

/** The same in a list. */
export const sampleLine = (changes: Partial<ReferralLine> = {}): ReferralLine => ({
  id: newId(),
  side: 'sender',
  name: 'Quimby',
  whereabouts: 'Ferry ramp',
  from: 'Pierpoint Police',
  to: 'Lantern House',
  toPhone: '207-555-0103',
  fromPhone: '207-555-0101',
  needs: ['treatment', 'shelter'],
  payer: 'medicaid',
  agreesToContact: true,
  submittedAt: minutesAgo(10),
  answerDueAt: new Date(minutesAgo(10).getTime() + 30 * 60_000),
  withdrawnAt: undefined,
  clockStoppedAt: undefined,
  steps: ['submitted', 'delivered'],
  answer: undefined,
  forDate: undefined,
  ...changes,
})

/** The page as text without its marks: what a person reads, with one space for any. */
export const readText = (page: unknown): string =>
  String(page)
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
