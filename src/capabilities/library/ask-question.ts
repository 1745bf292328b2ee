import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { answerOne, insertQuestion } from './questions.store.ts'
import { selectRecords } from './records.store.ts'

const LONGEST = { question: 2000, answer: 5000 } as const

const noteOf = (action: 'library.ask' | 'library.answer', id: string, detail: Record<string, number>) =>
  ({ action, subjectKind: 'library-question', subjectIds: [id], outcome: 'done', detail }) as const

/** Asks whoever keeps the library of the county; sent twice it is one question. */
export const askQuestion = async (
  actor: MemberActor,
  asActor: AsActor,
  { id, question }: { readonly id: string; readonly question: string },
): Promise<{ readonly id: string } | Refusal<'fields-to-change'>> => {
  if (question === '' || question.length > LONGEST.question)
    return {
      refused: 'fields-to-change',
      fields: { question: question ? `Use at most ${LONGEST.question} characters.` : 'Write your question.' },
    }
  const { jurisdictionId, memberId } = actor
  await asActor(actor, async (tx) => {
    if (await insertQuestion(tx, { id, jurisdictionId, memberId, question }))
      await record(tx, noteOf('library.ask', id, {}))
  })
  return { id }
}

/** Answers a question, once: with words, and with the records that say it. */
export const answerQuestion = async (
  actor: MemberActor,
  asActor: AsActor,
  given: { readonly id: string; readonly answer: string; readonly recordIds: readonly string[] },
): Promise<{ readonly id: string } | Refusal<'fields-to-change' | 'not-found'>> => {
  const { id, answer } = given
  if (answer === '' || answer.length > LONGEST.answer)
    return {
      refused: 'fields-to-change',
      fields: { answer: answer ? `Use at most ${LONGEST.answer} characters.` : 'Write an answer.' },
    }
  return asActor(actor, async (tx) => {
    const known = await selectRecords(tx, given.recordIds)
    const recordIds = known.map((one) => one.id)
    if (!(await answerOne(tx, id, { answer, recordIds, answeredBy: actor.memberId })))
      return { refused: 'not-found' as const }
    await record(tx, noteOf('library.answer', id, { works: recordIds.length }))
    return { id }
  })
}
