import { Alert, Button, ButtonLink, DataTable, FileField, Page, PageHeading, Section } from '#design'
import type { Frame } from '#identity'
import { dayWords } from '#kernel/calendar-day.ts'
import type { LearningLine } from './read-learning-file.ts'

export type LearnedElsewhereProps = {
  readonly frame: Frame
  /** What the file would add; undefined: no file came yet. */
  readonly lines?: readonly LearningLine[] | undefined
  /** The file itself, to come back with the yes. */
  readonly text?: string | undefined
  readonly error?: string | undefined
  readonly done?: { readonly added: number; readonly known: number; readonly leftOut: number } | undefined
}

const SHOWN = 200

const REFUSED = {
  nobody: 'Nobody here has this name or address',
  several: 'Several people here have this name',
  'no-course': 'No course has this name',
  'no-day': 'Not a day',
  'day-to-come': 'This day is still to come',
} as const

/** Why a file cannot be read as a whole. */
export const FILE_REFUSED = {
  'no-table': 'This is not a table. Export it as CSV, with the names of its columns in the first line.',
  'too-long': 'This file has more than 20,000 lines. Export a shorter time.',
  'no-person-column': 'No column says who it was. Name one “Email” or “Name”.',
  'no-course-column': 'No column says which course. Name one “Course”.',
  'no-day-column': 'No column says when. Name one “Completed”.',
  'no-file': 'Choose a file first.',
} as const

type Matched = Extract<LearningLine, { matched: unknown }>
type Refused = Extract<LearningLine, { refused: unknown }>

const Preview = ({ lines, text }: { lines: readonly LearningLine[]; text: string }) => {
  const matched = lines.filter((one): one is Matched => 'matched' in one)
  const refused = lines.filter((one): one is Refused => 'refused' in one)
  return (
    <>
      <Section id="matched" title={`${matched.length} of ${lines.length} lines match`}>
        {matched.length > 0 && (
          <div class="cw-card flush">
            <DataTable
              id="matched-table"
              caption="What would be added"
              hideCaption
              tall
              rows={matched.slice(0, SHOWN)}
              columns={[
                { title: 'Line', cell: ({ line }) => line },
                {
                  title: 'Who',
                  cell: ({ matched: one, by }) => (by === 'name' ? `${one.name}, by name` : one.name),
                },
                { title: 'Course', cell: ({ matched: one }) => one.title },
                { title: 'Finished', cell: ({ matched: one }) => dayWords(one.on, 'en') },
                { title: 'Score', number: true, cell: ({ matched: one }) => one.score ?? '' },
              ]}
            />
          </div>
        )}
        {matched.length > SHOWN && <p class="muted">The first {SHOWN} are shown.</p>}
      </Section>
      {refused.length > 0 && (
        <Section
          id="refused"
          title={refused.length === 1 ? '1 line is left out' : `${refused.length} lines are left out`}
        >
          <div class="cw-card flush">
            <DataTable
              id="refused-table"
              caption="What is left out"
              hideCaption
              tall
              rows={refused.slice(0, SHOWN)}
              columns={[
                { title: 'Line', cell: ({ line }) => line },
                { title: 'Why', cell: ({ refused: why }) => REFUSED[why] },
                { title: 'It says', cell: ({ said }) => said || 'nothing' },
              ]}
            />
          </div>
        </Section>
      )}
      {matched.length > 0 && (
        <form method="post" action="/training/learned-elsewhere" class="flow">
          <textarea name="text" hidden>
            {text}
          </textarea>
          <Button name="do" value="record" icon="check">
            {matched.length === 1 ? 'Add it' : `Add ${matched.length}`}
          </Button>
          <ButtonLink kind="outline" href="/training/learned-elsewhere">
            Take another file
          </ButtonLink>
        </form>
      )}
    </>
  )
}

/** Brings what people finished in another learning system: a file, what it would add, and a yes. */
export const LearnedElsewherePage = ({ frame, lines, text = '', error, done }: LearnedElsewhereProps) => (
  <Page {...frame} title="From another system" hasErrors={error !== undefined}>
    <div class="stack gap-3">
      <p>
        <a href="/training/board">Training board</a>
      </p>
      <PageHeading
        title="What people finished in another system"
        note="Export it there as CSV. Who is matched by e-mail, or by name where only one has it."
      />
      {done && (
        <Alert kind="success" live>
          <p>
            <b>{done.added} added.</b> {done.known} were here before, {done.leftOut} were left out.
          </p>
        </Alert>
      )}
      {lines ? (
        <Preview lines={lines} text={text} />
      ) : (
        <form
          method="post"
          action="/training/learned-elsewhere"
          enctype="multipart/form-data"
          class="stack"
          novalidate
        >
          <FileField
            name="file"
            label="The file"
            hint="CSV with columns for who (Email or Name), Course and Completed; Expires and Score if there are. Nothing is added before you have seen it."
            accept="text/csv,.csv,text/plain"
            error={error}
          />
          <p>
            <Button icon="eye">Look at it</Button>
          </p>
        </form>
      )}
    </div>
  </Page>
)
