import type { PrivacyOutcome, PrivacyRequest, PrivacyRequestKind } from '#my-record'

/** What was asked, for whoever answers it. */
export const KIND_WORDS: Readonly<
  Record<PrivacyRequestKind, { readonly title: string; readonly what: string; readonly law: string }>
> = {
  accounting: {
    title: 'An accounting',
    what: 'A signed copy of who was told what in the last three years.',
    law: '42 CFR 2.25: within 60 days, and once 30 days more for a reason that the person is told. The first in 12 months is free.',
  },
  restriction: {
    title: 'A restriction',
    what: 'That something is not shared, although it may be. What releases list is held back since they asked.',
    law: '42 CFR 2.26: the office may say no, except where the person paid for it themselves. It promises an answer within 30 days.',
  },
  complaint: {
    title: 'A complaint',
    what: 'Somebody says that something was not right.',
    law: '42 CFR 2.4: nobody may be treated worse for it. The office promises an answer within 30 days.',
  },
}

export const OUTCOME_WORDS: Readonly<Record<PrivacyOutcome, string>> = {
  given: 'The list was given',
  agreed: 'Agreed: it is not shared',
  'not-agreed': 'Not agreed, for the reason told',
  heard: 'Looked into and answered',
}

/** "An accounting, put off once": for a row of a list. */
export const requestTitle = ({ kind, paidThemselves, extendedAt }: PrivacyRequest): string =>
  [
    KIND_WORDS[kind].title,
    ...(paidThemselves ? ['paid for it themselves'] : []),
    ...(extendedAt ? ['put off once'] : []),
  ].join(', ')
