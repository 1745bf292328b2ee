import { Button, EmptyState, PageHeading, Section, Tag, TextArea } from '#design'
import type { QuestionRow } from './library.table.ts'
import { LibraryFrame, type LibraryLook } from './library-frame.page.tsx'
import type { LibraryRecord } from './record.ts'

export type QuestionsProps = {
  readonly look: LibraryLook
  readonly questions: readonly QuestionRow[]
  readonly records: ReadonlyMap<string, LibraryRecord>
  readonly zone: string
  /** What was typed and refused: a new question, or an answer to one. */
  readonly typed?:
    | { readonly id: string; readonly text: string; readonly works: string; readonly error: string }
    | undefined
  readonly newId: string
}

const dayOf = (at: Date, zone: string): string =>
  at.toLocaleDateString('en-US', { timeZone: zone, month: 'long', day: 'numeric', year: 'numeric' })

const AnswerForm = ({ question, typed }: { question: QuestionRow; typed: QuestionsProps['typed'] }) => {
  const own = typed?.id === question.id ? typed : undefined
  return (
    <form method="post" action={`/library/questions/${question.id}`} class="stack gap-1" novalidate>
      <TextArea
        name="answer"
        id={`answer-${question.id}`}
        label="Answer"
        value={own?.text}
        error={own?.error}
        rows={4}
        maxlength={5000}
      />
      <TextArea
        name="works"
        id={`works-${question.id}`}
        label="Works that say it"
        optional
        hint="The address of each record, one a line."
        value={own?.works}
        rows={2}
      />
      <p>
        <Button hiddenWords={`: ${question.question.slice(0, 60)}`}>Send the answer</Button>
      </p>
    </form>
  )
}

/** What was asked, and the answers: who asked sees their own, whoever keeps the library sees all. */
export const QuestionsPage = ({ look, questions, records, zone, typed, newId }: QuestionsProps) => {
  const isNewTyped = typed && questions.every(({ id }) => id !== typed.id)
  return (
    <LibraryFrame look={look} title="Ask a librarian" hasErrors={typed !== undefined} narrow>
      <div class="stack gap-3">
        <PageHeading
          over={<a href="/library">Library</a>}
          title="Ask a librarian"
          note="Whoever keeps the library of your county looks for what has been written, and answers here."
        />
        <form method="post" action="/library/questions" class="stack gap-1" novalidate>
          <input type="hidden" name="id" value={isNewTyped ? typed.id : newId} />
          <TextArea
            name="question"
            label="What do you want to know?"
            hint="About works and practice. Name no person who is helped."
            value={isNewTyped ? typed.text : undefined}
            error={isNewTyped ? typed.error : undefined}
            maxlength={2000}
          />
          <p>
            <Button icon="send">Ask</Button>
          </p>
        </form>
        <Section id="asked" title={look.keeps ? 'What was asked' : 'What you asked'}>
          {questions.length === 0 ? (
            <EmptyState icon="chat" title="Nothing asked yet">
              For example: does it help to leave naloxone with the family?
            </EmptyState>
          ) : (
            <ul class="stack">
              {questions.map((question) => (
                <li class="cw-card stack gap-1" id={`q-${question.id}`}>
                  <p class="split">
                    <Tag kind={question.answer ? 'teal' : 'amber'}>
                      {question.answer ? 'Answered' : 'Waiting'}
                    </Tag>
                    <span class="muted small">{dayOf(question.askedAt, zone)}</span>
                  </p>
                  <h3>{question.question}</h3>
                  {question.answer && <p class="as-written">{question.answer}</p>}
                  {question.recordIds.length > 0 && (
                    <ul>
                      {question.recordIds.flatMap((id) => {
                        const record = records.get(id)
                        return record
                          ? [
                              <li>
                                <a href={`/library/${id}`}>{record.title}</a>
                              </li>,
                            ]
                          : []
                      })}
                    </ul>
                  )}
                  {!question.answer && look.keeps && <AnswerForm question={question} typed={typed} />}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </LibraryFrame>
  )
}
