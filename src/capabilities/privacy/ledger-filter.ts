import { BASES, type Basis, type Channel, type DisclosureFilter } from '#disclosures'
import { isId } from '#kernel/ids.ts'

/** The ways on which something was told, in words. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  page: 'On a page',
  api: 'To another system',
  message: 'In a message',
  pdf: 'As a PDF',
  csv: 'As a table',
  print: 'On paper',
  json: 'As data',
}

/** How far back can be chosen, in days; '' is all of it. */
export const PERIODS = {
  '7': 'Last 7 days',
  '30': 'Last 30 days',
  '365': 'Last year',
  '1096': 'Last three years',
} as const

export type LedgerQuestion = {
  readonly days: string
  readonly to: string
  readonly channel: string
  readonly basis: string
  readonly person: string
  readonly after: string
}

/** What was asked of the ledger, as it stands in the address; what is none of the choices counts as not asked. */
export const readQuestion = (query: (name: string) => string | undefined): LedgerQuestion => {
  const text = (name: string) => query(name) ?? ''
  const id = (name: string) => (isId(text(name)) ? text(name) : '')
  return {
    days: Object.hasOwn(PERIODS, text('days')) ? text('days') : '',
    to: id('to'),
    channel: Object.hasOwn(CHANNEL_WORDS, text('channel')) ? text('channel') : '',
    basis: Object.hasOwn(BASES, text('basis')) ? text('basis') : '',
    person: id('person'),
    after: id('after'),
  }
}

const DAY_MS = 86_400_000

/** The same as the ledger takes it. */
export const filterOf = (question: LedgerQuestion, now: Date): DisclosureFilter => ({
  from: question.days ? new Date(now.getTime() - Number(question.days) * DAY_MS) : undefined,
  toOrganizationId: question.to || undefined,
  channel: (question.channel || undefined) as Channel | undefined,
  basis: (question.basis || undefined) as Basis | undefined,
  personId: question.person || undefined,
  olderThan: question.after || undefined,
})

/** The address of the ledger, or of its file, for a question. */
export const ledgerPath = (
  path: '/privacy/ledger' | '/privacy/ledger.csv',
  question: Partial<LedgerQuestion>,
): string => {
  const asked = Object.entries(question).filter(([, value]) => value !== '')
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`
}
