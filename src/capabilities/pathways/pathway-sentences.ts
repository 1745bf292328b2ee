import { type FlowStep, TO_END } from '#design'
import { CLASS_WORDS, isDataClass } from '#kernel/data-classes.ts'
import { type Criterion, type Deadline, type Definition, END, leadsTo, type Question } from './definition.ts'
import { EVENTS, OUTCOMES, POLICIES } from './pathway-words.ts'
import { TEMPLATES } from './template-variants.ts'

/** A definition as the steps of its picture: each question, where its answers lead, and what they come to. */
export const flowOf = (definition: Definition): readonly FlowStep[] =>
  definition.questions.map((question) => ({
    id: question.id,
    text: question.text,
    answers: question.choices.map((choice) => {
      const next = leadsTo(definition, question, choice)
      const missed = criteriaOn(definition, question).filter(({ fails }) => fails.includes(choice.id))
      const gravest = missed.find(({ outcome }) => outcome === 'hard-stop') ?? missed[0]
      return {
        label: choice.label,
        to: next === END ? TO_END : next,
        comesTo: gravest && {
          label: OUTCOMES[gravest.outcome],
          kind: gravest.outcome === 'hard-stop' ? ('red' as const) : ('amber' as const),
        },
      }
    }),
  }))

export const criteriaOn = ({ criteria }: Definition, { id }: Question): readonly Criterion[] =>
  criteria.filter(({ question }) => question === id)

/** After which answer a question is asked; undefined for one that is asked in any case. */
export const askedAfter = (definition: Definition, question: Question): string | undefined => {
  const { questions } = definition
  const index = questions.indexOf(question)
  const before = questions[index - 1]
  if (!before || index === 0) return undefined
  const leading = questions.flatMap((one) =>
    one.choices
      .filter((choice) => leadsTo(definition, one, choice) === question.id)
      .map((choice) => ({ one, choice })),
  )
  const stays = (one: Question) => leading.filter((lead) => lead.one === one).length
  const going = before.choices.filter(
    (choice) =>
      !criteriaOn(definition, before).some((c) => c.outcome === 'hard-stop' && c.fails.includes(choice.id)),
  )
  if (leading.length === 0 || stays(before) >= going.length) return undefined
  return leading
    .map(({ one, choice }) =>
      one === before ? `“${choice.label}” above` : `“${choice.label}” to “${one.text}”`,
    )
    .join(', or ')
}

/** “12 to 72 hours, from the overdose until the visit” */
export const deadlineWords = ({ earliest, within, unit, from, until }: Deadline): string => {
  const long = `${earliest > 0 ? `${earliest} to ` : 'Within '}${within} ${within === 1 ? unit.slice(0, -1) : unit}`
  return `${long}, from when ${from === '' ? '…' : EVENTS[from]} until ${until === '' ? '…' : EVENTS[until]}`
}

export const approvalSentence = ({ approval: { policy, partners } }: Definition): string =>
  policy === 'all-partners'
    ? `All partners: ${partners.map((one) => POLICIES[one].toLowerCase()).join(', ')}`
    : POLICIES[policy]

/** The classes that somebody may be told, in the words of a release. */
export const classWords = (classes: readonly string[]): readonly string[] =>
  classes.filter(isDataClass).map((one) => CLASS_WORDS.en[one])

/** Where a pathway came from: “Angel, as in Kentucky”. */
export const templateWords = (id: string): string => {
  const template = TEMPLATES.find((one) => one.id === id)
  if (!template) return 'A copy'
  return template.of ? `${template.definition.name}, as in ${template.of}` : template.definition.name
}
