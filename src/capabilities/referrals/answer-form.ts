import { type FormFields, firstOf } from '#platform/http/form-body.ts'

/** A posted answer in the shape that `answerInput` judges. */
export const readAnswerForm = (fields: FormFields): Record<string, unknown> => {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => firstOf(fields, `forDate-${part}`))
  const hasDate = Boolean(year && month && day)
  return {
    answer: firstOf(fields, 'answer'),
    ...(hasDate ? { forDate: `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` } : {}),
    ...(firstOf(fields, 'reason') ? { reason: firstOf(fields, 'reason') } : {}),
  }
}
