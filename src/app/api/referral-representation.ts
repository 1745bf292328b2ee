import { z } from '@hono/zod-openapi'
import { NOT_FOR_ENFORCEMENT } from '#agreements'
import { accompany, narrowestOf } from '#disclosures'
import { DATA_CLASSES, type DataClass } from '#kernel/data-classes.ts'
import { answerInput, type ReferralView, referralInput, type StepName } from '#referrals'

const STEPS = [
  'submitted',
  'delivered',
  'accepted',
  'declined',
  'arrived',
  'handed-over',
  'withdrawn',
] as const satisfies readonly StepName[]

export const stepName = z.enum(STEPS)
export const moment = (description: string) => z.iso.datetime().describe(description)
export const { needs, payer } = referralInput.shape
export const { answer: answerWord } = answerInput.shape
export const sideWord = z
  .enum(['sent', 'received'])
  .describe('Whether your organization sent it or was asked.')

const organizationSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string().optional().describe('Its number for partners, where it gave one.'),
  })
  .openapi('Organization', { description: 'An organization that takes part.' })

const stepSchema = z
  .object({
    step: stepName,
    at: moment('When it happened.'),
    by: z.string().describe('The organization, or “Causeway” for what the system did.'),
    member: z.string().optional().describe('Who did it, where you may know.'),
    personConfirms: z.boolean().describe('The person said so too.'),
  })
  .openapi('HandoffStep', { description: 'One step of a handoff that you may know of.' })

const noticeSchema = z
  .object({
    version: z.string(),
    text: z.string().describe('Word for word. Show and keep it with whatever you take from this referral.'),
    scope: z.string().describe('What the person agreed to, in words.'),
    limits: z
      .string()
      .describe('What it may not be used for. Show it over whatever you show of this referral.'),
    redisclosure: z.string().describe('Whether you may pass it on, and how.'),
  })
  .openapi('DisclosureNotice', {
    description: 'The statement that goes with everything shown under a release (42 CFR 2.32).',
  })

const feedbackSchema = z
  .object({
    told: z
      .array(z.enum(Object.keys(DATA_CLASSES) as [DataClass, ...DataClass[]]))
      .describe('What a release lets you be told. Empty when the person signed none, or stopped it.'),
    until: moment('When the release ends, unless the person stops it before.').optional(),
    notice: noticeSchema.optional(),
    attestation: z
      .literal('needed')
      .optional()
      .describe(
        'Nothing can be told before the golden rule is kept: the organization accepts it, and each member attests to it once a year, at /attest. The same for every referral, with a release or without.',
      ),
  })
  .openapi('Feedback', {
    description:
      'What the sender may hear. Without a release a referral looks the same whatever came of it: accepted, declined or not answered.',
  })

export const referralSchema = z
  .object({
    id: z.uuid(),
    side: sideWord,
    personId: z
      .uuid()
      .optional()
      .describe('To refer the same person again. For the place that was asked, only after it accepts.'),
    from: organizationSchema,
    to: organizationSchema,
    sentBy: z.string().optional().describe('Who sent it, where you may know.'),
    serviceId: z.uuid(),
    needs,
    payer,
    agreesToContact: z.boolean(),
    contactWay: z.enum(['call', 'text', 'in-person']).optional(),
    submittedAt: moment('When it was sent: the start of the handoff clock.'),
    answerDueAt: moment('When the handoff clock runs out.'),
    withdrawnAt: moment('When the sender took it back.').optional(),
    person: z
      .object({
        name: z.string().optional(),
        contact: z.string().optional(),
        whereabouts: z.string().optional(),
      })
      .optional()
      .describe(
        'For the place that was asked: only after it accepts, and only if the person agrees to be contacted.',
      ),
    steps: z.array(stepSchema).describe('What happened, as far as you may know, in order.'),
    answer: z
      .object({ answer: answerWord, forDate: z.iso.date().optional(), at: moment('When it was given.') })
      .optional()
      .describe('Only for the place that gave it.'),
    feedback: feedbackSchema.optional().describe('Only for the sender.'),
  })
  .openapi('Referral', {
    description: 'A referral as you may see it. What you may not know is left out, rather than empty.',
  })

export type Representation = z.output<typeof referralSchema>

/** A referral as the API writes it. */
export const representReferral = (view: ReferralView): Representation => ({
  id: view.id,
  side: view.side === 'sender' ? 'sent' : 'received',
  personId: view.side === 'sender' || view.answer ? view.personId : undefined,
  from: representOrganization(view.from),
  to: representOrganization(view.to),
  sentBy: view.sentBy,
  serviceId: view.serviceId,
  needs: [...view.needs],
  payer: view.payer,
  agreesToContact: view.agreesToContact,
  contactWay: view.contactWay,
  submittedAt: view.submittedAt.toISOString(),
  answerDueAt: view.answerDueAt.toISOString(),
  withdrawnAt: view.withdrawnAt?.toISOString(),
  person: view.identity && { ...view.identity },
  steps: view.steps.map((step) => ({ ...step, at: step.at.toISOString() })),
  answer: view.answer && { ...view.answer, at: view.answer.at.toISOString() },
  feedback: view.side === 'sender' ? representFeedback(view) : undefined,
})

const representOrganization = ({ id, name, phone }: ReferralView['from']) => ({
  id,
  name,
  phone: phone ?? undefined,
})

/** The notice goes with the release rather than with its steps, because that there is a release is itself protected. */
const representFeedback = ({ release, mustAttest }: ReferralView): z.output<typeof feedbackSchema> => {
  if (mustAttest) return { told: [], attestation: 'needed' }
  if (!release) return { told: [] }
  const carried = release.carried.map((one) => accompany('api', one))
  const narrowest = narrowestOf(carried)
  return {
    told: [...release.dataClasses],
    until: release.expiresAt?.toISOString(),
    notice: narrowest && {
      version: narrowest.version,
      text: narrowest.notice,
      limits: NOT_FOR_ENFORCEMENT,
      scope: carried.map(({ scope }) => scope).join(' '),
      redisclosure: narrowest.redisclosure,
    },
  }
}
