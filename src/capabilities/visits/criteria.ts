import type { Definition } from '#pathways'

/**
 * A pathway without the questions that a visit has answered on its way: those on which no criterion hangs, and which lead
 * nowhere else, such as the medical check and what is handed over. Nothing is asked twice.
 */
export const askedHere = (definition: Definition): Definition => {
  const { questions, criteria } = definition
  const leadsOn = (next: string) => next === 'following'
  const isLedTo = (id: string) => questions.some(({ choices }) => choices.some(({ next }) => next === id))
  return {
    ...definition,
    questions: questions.filter(
      ({ id, choices }) =>
        criteria.some(({ question }) => question === id) ||
        isLedTo(id) ||
        choices.some(({ next }) => !leadsOn(next)),
    ),
  }
}
