import { NEEDS, type Need, PAYERS } from '#network'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { IntakeAnswers } from './visits.table.ts'

const YES_NO = { yes: 'Yes', no: 'No', 'not-said': 'Rather not say' } as const

export type IntakeQuestion = {
  readonly key: string
  readonly text: string
  readonly hint?: string
  /** Closed answers; without them it is their own words. */
  readonly answers?: Readonly<Record<string, string>>
  readonly many?: true
}

/** What an angel asks at the person's pace: nothing has to be answered, and what they want comes first. */
export const INTAKE: readonly IntakeQuestion[] = [
  { key: 'wants', text: 'What do you want to happen next?', hint: 'Their own words' },
  { key: 'needs', text: 'What would help?', answers: NEEDS, many: true },
  { key: 'payer', text: 'How is it paid?', answers: { ...PAYERS } },
  {
    key: 'papers',
    text: 'Which papers do you have with you?',
    answers: { id: 'An ID', card: 'An insurance card', none: 'None' },
    many: true,
  },
  {
    key: 'before',
    text: 'Were you in treatment before?',
    hint: 'What helped then, and what did not, belongs in the notes',
    answers: { ...YES_NO },
  },
  {
    key: 'used',
    text: 'When did you last use?',
    hint: 'Some places ask. It changes nothing here',
    answers: {
      '0-12': 'Less than 12 hours ago',
      '12-24': '12 to 24 hours ago',
      '24-72': '1 to 3 days ago',
      '72-168': '3 to 7 days ago',
      '168-': 'More than a week ago',
      'not-said': 'Rather not say',
    },
  },
  { key: 'medicine', text: 'Are you on methadone or buprenorphine?', answers: { ...YES_NO } },
  {
    key: 'notes',
    text: 'What else should whoever helps you know?',
    hint: 'Only what they want to be written down',
  },
]

const LONGEST = 1000

/** The answers in a form: to these questions and no others, and of closed questions only what can be answered. */
export const readIntake = (fields: FormFields): IntakeAnswers =>
  Object.fromEntries(
    INTAKE.flatMap(({ key, answers, many }) => {
      const given = answers
        ? (fields[key] ?? []).filter((one) => Object.hasOwn(answers, one))
        : [firstOf(fields, key).slice(0, LONGEST).toWellFormed()].filter(Boolean)
      const kept = many ? given : given.slice(0, 1)
      return kept.length > 0 ? [[key, kept]] : []
    }),
  )

/** What was said, in words; a question that nobody answered is left out. */
export const intakeWords = (
  answers: IntakeAnswers,
): readonly { readonly term: string; readonly value: string }[] =>
  INTAKE.flatMap(({ key, text, answers: closed }) => {
    const said = answers[key] ?? []
    if (said.length === 0) return []
    return [{ term: text, value: said.map((one) => closed?.[one] ?? one).join(', ') }]
  })

export const needsOf = (answers: IntakeAnswers): readonly Need[] =>
  (answers.needs ?? []).filter((one): one is Need => Object.hasOwn(NEEDS, one))
