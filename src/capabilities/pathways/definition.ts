import { z } from 'zod'
import { CHECKS, EVENTS, KINDS, OUTCOMES, POLICIES, READERS, RELEASES, UNITS } from './pathway-words.ts'

const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>) =>
  Object.keys(words) as [Key, ...Key[]]

/** Where an answer leads: to the question below it, to another question by its id, to the end, or nowhere yet. */
export const FOLLOWING = 'following'
export const END = 'end'
export const NOWHERE = ''

const id = z.string().regex(/^[a-z0-9-]{1,40}$/)
const words = z.string().trim().max(300, 'Use at most 300 letters.')
const source = z.string().trim().max(300, 'Use at most 300 letters.').default('')

const choice = z.object({ id, label: words, tell: words.default(''), next: z.string() })
const question = z.object({
  id,
  text: words,
  hint: words.default(''),
  choices: z.array(choice).max(8),
  source,
})

const criterion = z.object({
  id,
  label: words,
  question: z.string(),
  /** The answers with which it is not met. */
  fails: z.array(z.string()),
  outcome: z.enum(keysOf(OUTCOMES)),
  check: z.enum(keysOf(CHECKS)),
  source,
})

const approval = z.object({
  policy: z.enum(keysOf(POLICIES)),
  /** Who each says yes, where all partners do. */
  partners: z.array(z.enum(['sergeant', 'project-manager', 'prosecutor'])),
  override: z.enum(['sergeant', 'project-manager', 'prosecutor']),
  source,
})

/** In the unit of the deadline; the earliest where something must not come too soon. */
const deadline = z.object({
  id,
  label: words,
  from: z.union([z.enum(keysOf(EVENTS)), z.literal('')]),
  until: z.union([z.enum(keysOf(EVENTS)), z.literal('')]),
  earliest: z.int().min(0).max(1000).default(0),
  within: z.int().min(0).max(1000),
  unit: z.enum(keysOf(UNITS)),
  source,
})

const paper = z.object({ id, label: words, when: z.enum(keysOf(EVENTS)), required: z.boolean(), source })
const reader = z.object({ who: z.enum(keysOf(READERS)), classes: z.array(z.string()) })

/**
 * A pathway as data: what is asked, by which criteria, who approves, which clocks run, which papers and releases belong
 * to it, and who may come to see what. The shape alone: `faultsIn` says whether it can be published.
 */
export const definitionShape = z.object({
  name: z.string().trim().max(80, 'Use at most 80 letters.'),
  kind: z.enum(keysOf(KINDS)),
  begins: words,
  questions: z.array(question).max(40),
  criteria: z.array(criterion).max(40),
  approval,
  /** Whether anything here may ask for a warrant check. Off unless somebody turns it on. */
  warrantCheck: z.boolean(),
  deadlines: z.array(deadline).max(20),
  documents: z.array(paper).max(20),
  releases: z.array(z.enum(keysOf(RELEASES))),
  readers: z.array(reader),
  source,
})

export type Definition = z.output<typeof definitionShape>
export type Question = Definition['questions'][number]
export type Choice = Question['choices'][number]
export type Criterion = Definition['criteria'][number]
export type Deadline = Definition['deadlines'][number]

/** Only where an officer could charge is there a charge to hold (officer intervention). */
export const holdsCharges = ({ kind }: Pick<Definition, 'kind'>): boolean => kind === 'officer-intervention'

/** The id of the question to which an answer leads, `end`, or undefined where it leads nowhere. */
export const leadsTo = (
  { questions }: Pick<Definition, 'questions'>,
  question: Question,
  { next }: Pick<Choice, 'next'>,
): string | undefined => {
  if (next === FOLLOWING) return questions[questions.indexOf(question) + 1]?.id ?? END
  if (next === END || questions.some(({ id }) => id === next)) return next
  return undefined
}
