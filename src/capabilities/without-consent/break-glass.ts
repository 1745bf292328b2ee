import { z } from 'zod'

/**
 * What medical personnel can say that they need in an emergency (42 CFR 2.51). Causeway answers the first itself: who
 * knows the person. The others say what to ask these places for, and are what a place that keeps records here opens.
 */
export const EMERGENCY_CLASSES = {
  enrolled: 'Which places know this person',
  clinical: 'Medicines, allergies, diagnoses, tests',
  placement: 'Where they are treated',
  'care-plan': 'Who looks after them',
  identity: 'Birth date and whom to call',
} as const
export type EmergencyClass = keyof typeof EMERGENCY_CLASSES

const isEmergencyClass = (text: string): text is EmergencyClass => Object.hasOwn(EMERGENCY_CLASSES, text)

const words = (longest: number, message: string) => z.string().trim().min(1, message).max(longest)

/** What is written down before anything opens: the four facts of 2.51(c), the last of which is the moment itself. */
export const breakGlassInput = z.object({
  personName: words(200, 'Write the name of the person, as they would sign it.'),
  emergency: words(1000, 'Write what the emergency is.'),
  recipientName: words(200, 'Write who receives it: the doctor, nurse or medic.'),
  recipientFacility: words(200, 'Write the facility that they belong to.'),
  discloserName: words(200, 'Write who discloses it.'),
  dataClasses: z
    .array(z.string().refine(isEmergencyClass, 'Choose from the list.'))
    .transform((classes) => [...new Set<EmergencyClass>(['enrolled', ...(classes as EmergencyClass[])])]),
  cannotAsk: z.literal('yes', 'This opens only when the person cannot be asked. If they can, ask them.'),
})
export type BreakGlassInput = z.output<typeof breakGlassInput>

/** A sentence for each field that has to change. */
export const breakGlassSentences = (error: z.ZodError): Record<string, string> => {
  const sentences: Record<string, string> = {}
  for (const { path, message } of error.issues) sentences[String(path[0])] ??= message
  return sentences
}

const DAY_MS = 86_400_000

/**
 * By when the privacy officer looks at what was opened: a business day later, at the same hour (P2-060). A holiday
 * counts as a business day here, which only makes the review come sooner.
 */
export const reviewDueAt = (openedAt: Date, zone: string): Date => {
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: zone })
  let due = new Date(openedAt.getTime() + DAY_MS)
  while (['Sat', 'Sun'].includes(weekday.format(due))) due = new Date(due.getTime() + DAY_MS)
  return due
}
