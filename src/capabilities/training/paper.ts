import type { Question } from './course.ts'
import { inDrawnOrder } from './draw.ts'
import type { AnsweredQuestion } from './training.table.ts'

/** How many questions a test asks. */
export const QUESTIONS_ASKED = 15

/** The questions of a test with their choices, in the order in which they are asked. */
export type Paper = readonly Question[]

/**
 * Draws a test from a bank. It follows from the id of the attempt, so that it is drawn again when the answers come, and
 * nothing is kept of a test that nobody finished.
 */
export const drawPaper = (bank: readonly Question[], attemptId: string): Paper =>
  inDrawnOrder(bank, attemptId, ({ id }) => id)
    .slice(0, QUESTIONS_ASKED)
    .map((question) => ({
      ...question,
      choices: inDrawnOrder(question.choices, `${attemptId} ${question.id}`, ({ id }) => id),
    }))

/** What was answered to a paper; `unanswered` names the questions that still are to be. */
export const markPaper = (
  paper: Paper,
  chosen: (questionId: string) => string,
): { readonly answers: readonly AnsweredQuestion[]; readonly unanswered: readonly string[] } => {
  const marked = paper.map(({ id, choices }) => ({
    id,
    choice: choices.find((one) => one.id === chosen(id)),
  }))
  return {
    answers: marked.flatMap(({ id, choice }) =>
      choice ? [{ id, chosen: choice.id, right: choice.isRight }] : [],
    ),
    unanswered: marked.flatMap(({ id, choice }) => (choice ? [] : [id])),
  }
}
