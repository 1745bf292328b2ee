import { z } from 'zod'
import type { Accompaniment } from '#disclosures'
import type { DataClass } from '#kernel/data-classes.ts'
import { isId } from '#kernel/ids.ts'
import { NEEDS, type Need, PAYERS, type Payer } from '#network'

/** How the person wants to be reached. */
export const CONTACT_WAYS = {
  call: 'Call',
  text: 'Text',
  'in-person': 'In person',
} as const
export type ContactWay = keyof typeof CONTACT_WAYS

export const ANSWERS = ['accepted', 'accepted-for-date', 'declined'] as const
export type Answer = (typeof ANSWERS)[number]

/** Why a place cannot take somebody, in the words of provider calls. */
export const DECLINE_REASONS = {
  full: 'Full',
  waitlist: 'Wait list',
  payer: 'Payer not accepted',
  'medical-need-first': 'Medical need first',
  criteria: 'Criteria not met',
  closed: 'Closed at this hour',
  other: 'Other reason',
} as const
export type DeclineReason = keyof typeof DECLINE_REASONS

export type StepName =
  | 'submitted'
  | 'delivered'
  | 'accepted'
  | 'declined'
  | 'arrived'
  | 'handed-over'
  | 'withdrawn'

const keysOf = <Key extends string>(record: Readonly<Record<Key, string>>) =>
  Object.keys(record) as [Key, ...Key[]]

const id = z.string().refine(isId, 'This has to be a UUID made by the sender.')
const text = (most: number, sentence: string) => z.string().trim().max(most, sentence)

/** A referral as a page or another system sends it. Sentences are shown at the field. */
export const referralInput = z
  .object({
    id: id.describe('Made by the sender (UUIDv7): sending twice with one id makes one referral.'),
    personId: id
      .optional()
      .describe('Somebody your organization referred before; leave out for somebody new.'),
    serviceId: z
      .string('Choose who should get this.')
      .refine(isId, 'Choose who should get this.')
      .describe('The service that is asked, as found by findServices.'),
    needs: z.array(z.enum(keysOf(NEEDS), 'Choose from the list.')).min(1, 'Choose what would help most.'),
    name: text(200, 'Use at most 200 letters for the name.')
      .optional()
      .describe('What the person wants to be called; left out when not given.'),
    whereabouts: text(300, 'Use at most 300 letters for the place.').optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    payer: z.enum(keysOf(PAYERS), 'Choose the insurance, or “Not sure”.').default('not-sure'),
    agreesToContact: z.boolean('Say whether they agree to be contacted.'),
    contactWay: z.enum(keysOf(CONTACT_WAYS), 'Choose how to reach them.').optional(),
    pathwayId: id
      .optional()
      .describe('The pathway on which they come; left out: the only one that the county has, if it has one.'),
    contact: text(200, 'Use at most 200 letters.')
      .optional()
      .describe('A phone number, or how to find the person.'),
  })
  .superRefine((input, context) => {
    if (input.agreesToContact && !input.contactWay)
      context.addIssue({ code: 'custom', path: ['contactWay'], message: 'Choose how to reach them.' })
    if (input.agreesToContact && !input.contact && !input.whereabouts)
      context.addIssue({
        code: 'custom',
        path: ['contact'],
        message: 'Give a phone number or how to find them, or say that they do not agree.',
      })
  })

export type ReferralInput = z.output<typeof referralInput>

const DAY_MS = 86_400_000

/** Yesterday counts: where the clock is behind UTC it is still today. */
const isWithinAYear = (day: string): boolean => {
  const days = (Date.parse(day) - Date.now()) / DAY_MS
  return days > -2 && days < 366
}

/** An answer as the receiving place gives it. */
export const answerInput = z
  .object({
    answer: z.enum(ANSWERS, 'Choose an answer.'),
    forDate: z.iso
      .date('Give a day that is in the calendar.')
      .refine(isWithinAYear, 'Give a day from today on, within a year.')
      .optional(),
    reason: z.enum(keysOf(DECLINE_REASONS), 'Choose why not, so that others can learn from it.').optional(),
  })
  .superRefine((input, context) => {
    if (input.answer === 'accepted-for-date' && !input.forDate)
      context.addIssue({
        code: 'custom',
        path: ['forDate'],
        message: 'Give the day on which they can come.',
      })
    if (input.answer === 'declined' && !input.reason)
      context.addIssue({ code: 'custom', path: ['reason'], message: 'Choose why not.' })
  })

export type AnswerInput = z.output<typeof answerInput>

/** Sentences by field, from a failed parse: the first of each, since one is enough to mend it. */
export const fieldSentences = (error: z.ZodError): Record<string, string> => {
  const sentences: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form')
    sentences[field] ??= issue.message
  }
  return sentences
}

/** One step of a handoff as its reader may know it. */
export type Step = {
  readonly step: StepName
  readonly at: Date
  /** The organization, or "Causeway" for what the system did. */
  readonly by: string
  readonly member: string | undefined
  readonly personConfirms: boolean
}

/** What a reader of either side sees. What the reader may not know is not in it, rather than empty. */
export type ReferralView = {
  readonly id: string
  readonly personId: string
  readonly side: 'sender' | 'receiver'
  readonly from: { readonly id: string; readonly name: string; readonly phone: string | null }
  readonly to: { readonly id: string; readonly name: string; readonly phone: string | null }
  readonly sentBy: string | undefined
  readonly serviceId: string
  readonly needs: readonly Need[]
  readonly payer: Payer
  readonly agreesToContact: boolean
  readonly contactWay: ContactWay | undefined
  readonly submittedAt: Date
  readonly answerDueAt: Date
  readonly withdrawnAt: Date | undefined
  readonly identity:
    | {
        readonly name: string | undefined
        readonly contact: string | undefined
        readonly whereabouts: string | undefined
      }
    | undefined
  readonly steps: readonly Step[]
  /** Only for the receiver. */
  readonly answer:
    | { readonly answer: Answer; readonly forDate: string | undefined; readonly at: Date }
    | undefined
  /**
   * Only for the sender: whether they have to attest to the golden rule before they can be told anything. True with a
   * release and without one alike.
   */
  readonly mustAttest: boolean
  /** Only for the sender: what live releases by the place let them hear; undefined when there is none. */
  readonly release:
    | {
        readonly dataClasses: readonly DataClass[]
        /** When the first of them ends; null when none has a date. */
        readonly expiresAt: Date | null
        /** What goes with whatever is shown under them, one for each. */
        readonly carried: readonly Accompaniment[]
      }
    | undefined
}

/** Whether the handoff is complete: sender, receiver and the person have each confirmed. */
export const isComplete = (steps: readonly Step[]): boolean =>
  steps.some(({ step }) => step === 'arrived') &&
  steps.some(({ step }) => step === 'handed-over') &&
  steps.some(({ personConfirms }) => personConfirms)

/**
 * When the handoff clock stopped for this reader: the first step by which they know that it is in hand. A sender who
 * may not be told has only their own steps, so an answer can never be read off the clock.
 */
export const clockStoppedAt = (steps: readonly Pick<Step, 'step' | 'at'>[]): Date | undefined =>
  steps
    .filter(({ step }) => ['accepted', 'declined', 'arrived', 'handed-over', 'withdrawn'].includes(step))
    .map(({ at }) => at)
    .sort((a, b) => a.getTime() - b.getTime())[0]
