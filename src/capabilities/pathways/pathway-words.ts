import type { ReleaseKind } from '#consent'
import type { Role } from '#kernel/actor.ts'
import type { DataClass } from '#kernel/data-classes.ts'

/** The six ways in which people come (COSSUP and TASC pathway briefs; 50 ILCS 71/15). */
export const KINDS = {
  'self-referral': 'Self-referral',
  'active-outreach': 'Active outreach',
  'naloxone-plus': 'Naloxone plus',
  'officer-prevention': 'Officer prevention',
  'officer-intervention': 'Officer intervention',
  'community-response': 'Community response',
} as const
export type Kind = keyof typeof KINDS

/** When each of them begins. */
export const KIND_BEGINS: Readonly<Record<Kind, string>> = {
  'self-referral': 'A person walks in or calls and asks for help',
  'active-outreach': 'A team seeks out people at risk',
  'naloxone-plus': 'An overdose was responded to',
  'officer-prevention': 'An officer meets a person in need, with no charge in play',
  'officer-intervention': 'An officer could charge, and offers help instead',
  'community-response': 'A team without police, or a community partner, refers',
}

/** What a criterion that is not met comes to. One that all are met is eligible. */
export const OUTCOMES = {
  'presumptively-ineligible': 'Presumptively ineligible',
  'hard-stop': 'Hard stop',
} as const
export type Missed = keyof typeof OUTCOMES
export type Outcome = 'eligible' | Missed

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = { eligible: 'Eligible', ...OUTCOMES }

/** How a criterion is answered. What comes from a check of records is never kept with its reason. */
export const CHECKS = {
  asked: 'By asking or seeing',
  history: 'By a check of history',
  warrant: 'By a warrant check',
} as const

export const POLICIES = {
  officer: 'The officer alone',
  sergeant: 'A sergeant',
  'project-manager': 'The project manager',
  prosecutor: 'The prosecutor',
  'all-partners': 'All partners',
} as const
export type Approver = Exclude<keyof typeof POLICIES, 'all-partners'>

/** The role in which a member says yes as each approver; the officer is whoever refers. */
export const APPROVER_ROLE: Readonly<Record<Exclude<Approver, 'officer'>, Role>> = {
  sergeant: 'sergeant',
  'project-manager': 'manager',
  prosecutor: 'prosecutor',
}

/** What happens on a pathway that a clock can start or stop with. */
export const EVENTS = {
  'referral-sent': 'the referral is sent',
  approved: 'it is approved',
  reached: 'the case manager or volunteer is reached',
  arrived: 'they arrive',
  'handed-over': 'the handoff',
  surrendered: 'items are surrendered',
  'intake-done': 'intake is done',
  'release-signed': 'a release is signed',
  'packet-sent': 'the packet is sent to the attorney',
  decided: 'the attorney decides',
  overdose: 'the overdose',
  visited: 'the visit',
  'fatal-overdose': 'a fatal overdose',
  'family-contacted': 'the family is contacted',
} as const
export type PathwayEvent = keyof typeof EVENTS

/** Events that only a pathway with a held charge has. */
export const CHARGE_EVENTS: readonly PathwayEvent[] = ['packet-sent', 'decided']

export const UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const

/** Who could come to see something of a person, at most, and only by a release or as the wall has it. */
export const READERS = {
  police: 'The agency that refers',
  prosecutor: 'The prosecutor’s office',
  'case-team': 'The case team',
  provider: 'The place that takes them on',
  manager: 'The program manager',
} as const
export type Reader = keyof typeof READERS

/** The most that a release on any pathway may list for each of them (the wall, rules 2 to 7). */
export const MOST_FOR: Readonly<Record<Reader, readonly DataClass[]>> = {
  police: ['contact-made', 'handoff', 'intake-done', 'enrolled', 'engaged', 'officer-next-step'],
  prosecutor: ['legal', 'enrolled', 'engaged'],
  'case-team': [
    ...(['identity', 'contact-made', 'handoff', 'intake-done', 'enrolled', 'engaged'] as const),
    ...(['placement', 'attendance', 'care-plan', 'clinical', 'legal'] as const),
  ],
  provider: ['identity', 'handoff', 'placement', 'attendance', 'care-plan', 'clinical'],
  manager: [],
}

/** The kinds of release, by the names of `#consent`, and what each is for. */
export const RELEASES = {
  'named-recipient': 'To one recipient, by name',
  'multi-party': 'To several, a line each',
  tpo: 'For treatment, payment and operations',
  'criminal-justice': 'To whoever monitors a held charge (42 CFR 2.35)',
  intermediary: 'Through an organization that passes it on',
  proceedings: 'For proceedings, alone',
  'counselling-notes': 'For a counsellor’s notes, alone',
} as const satisfies Readonly<Record<ReleaseKind, string>>

/** The words and roles that other capabilities need to speak of decisions. */
export const PATHWAY_WORDS = {
  outcomes: OUTCOME_WORDS,
  approvers: POLICIES,
  roleOf: APPROVER_ROLE,
  /** Milliseconds of each unit of a deadline. */
  units: UNITS,
} as const
