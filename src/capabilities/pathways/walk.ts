import { type Criterion, type Definition, END, leadsTo, type Question } from './definition.ts'
import { type Approver, type Outcome, type PathwayEvent, UNITS } from './pathway-words.ts'

/** The answer chosen for each question, by their ids. */
export type Answers = Readonly<Record<string, string>>

export type Walk = {
  /** What was asked so far, in order, with what was answered. */
  readonly asked: readonly { readonly question: Question; readonly answer: string }[]
  /** What is asked next; undefined at the end. */
  readonly next: Question | undefined
}

const missedBy = ({ criteria }: Definition, question: Question, answer: string): readonly Criterion[] =>
  criteria.filter((one) => one.question === question.id && one.fails.includes(answer))

/**
 * Follows the answers from the first question on. It ends at the end of a branch, and at once at a hard stop: nothing
 * more is asked of somebody whom the pathway cannot take. Answers to what is not asked on the way count for nothing.
 */
export const walk = (definition: Definition, answers: Answers): Walk => {
  const asked: { question: Question; answer: string }[] = []
  const seen = new Set<string>()
  let question = definition.questions[0]
  while (question && !seen.has(question.id)) {
    seen.add(question.id)
    const here = question
    const choice = here.choices.find(({ id }) => id === answers[here.id])
    if (!choice) return { asked, next: here }
    asked.push({ question: here, answer: choice.id })
    if (missedBy(definition, here, choice.id).some(({ outcome }) => outcome === 'hard-stop')) break
    const next = leadsTo(definition, here, choice)
    question = next === END ? undefined : definition.questions.find(({ id }) => id === next)
  }
  return { asked, next: undefined }
}

/** The question that is asked next, given what was answered; undefined when there is none. */
export const nextQuestion = (definition: Definition, answers: Answers): Question | undefined =>
  walk(definition, answers).next

export type Finding = {
  readonly outcome: Outcome
  /** The criteria that were not met, and so made it what it is. */
  readonly missed: readonly Criterion[]
  readonly met: readonly Criterion[]
}

/** What the criteria come to; undefined while something is still to be asked. The gravest that is not met decides. */
export const outcomeOf = (definition: Definition, answers: Answers): Finding | undefined => {
  const { asked, next } = walk(definition, answers)
  if (next) return undefined
  const missed = asked.flatMap(({ question, answer }) => missedBy(definition, question, answer))
  const met = definition.criteria.filter(
    (one) => !missed.includes(one) && asked.some(({ question }) => question.id === one.question),
  )
  const outcome = missed.some((one) => one.outcome === 'hard-stop')
    ? 'hard-stop'
    : missed.length > 0
      ? 'presumptively-ineligible'
      : 'eligible'
  return { outcome, missed, met }
}

/** Who has to say yes before it counts: none for a hard stop; for an override, whoever may override it first. */
export const approversOf = ({ approval }: Definition, outcome: Outcome): readonly Approver[] => {
  if (outcome === 'hard-stop') return []
  const policy: readonly Approver[] =
    approval.policy === 'all-partners' ? approval.partners : [approval.policy]
  return outcome === 'eligible' ? policy : [...new Set<Approver>([approval.override, ...policy])]
}

export type RunningDeadline = {
  readonly id: string
  readonly label: string
  /** `waiting`: its clock has not started. */
  readonly is: 'waiting' | 'running' | 'late' | 'done'
  readonly earliestAt?: Date
  readonly dueAt?: Date
}

/**
 * How each deadline stands.
 *
 * @param events when each thing happened; a thing that happened twice counts from the last time
 */
export const deadlinesFrom = (
  { deadlines }: Definition,
  events: Readonly<Partial<Record<PathwayEvent, Date>>>,
  now: Date,
): RunningDeadline[] =>
  deadlines.map(({ id, label, from, until, earliest, within, unit }) => {
    const startAt = from === '' ? undefined : events[from]
    const doneAt = until === '' ? undefined : events[until]
    if (!startAt) return { id, label, is: 'waiting' }
    const after = (count: number) => new Date(startAt.getTime() + count * UNITS[unit])
    const dueAt = after(within)
    const times = earliest > 0 ? { earliestAt: after(earliest), dueAt } : { dueAt }
    if (doneAt && doneAt >= startAt) return { id, label, is: 'done', ...times }
    return { id, label, is: now > dueAt ? 'late' : 'running', ...times }
  })

/** What the answers come to, and who has to say yes to it; undefined while something is still to be asked. */
export const decisionOf = (definition: Definition, answers: Answers) => {
  const finding = outcomeOf(definition, answers)
  return finding && { ...finding, approvers: approversOf(definition, finding.outcome) }
}
