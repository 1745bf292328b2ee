import { Alert, Button, Card, PageHeading, TextField } from '#design'
import { RecordFrame, type RecordLook } from './record-frame.page.tsx'
import { recordWords } from './record-words.ts'

/** The door to one's own page: code and year, and one answer to everything that does not fit. */
export const EnterPage = ({
  look,
  said,
  error,
}: {
  look: RecordLook
  /** Why one is here: the page was closed, or the code was given up. */
  said?: 'closed' | 'given-up' | undefined
  error?: string | undefined
}) => {
  const { lang } = look
  const words = recordWords(lang).enter
  return (
    <RecordFrame look={look} title={words.title} errors={error ? { code: error } : {}}>
      <PageHeading title={words.title} note={words.note} />
      {said && (
        <Alert kind="success" live>
          <p>{said === 'closed' ? words.closed : recordWords(lang).giveUp.done}</p>
        </Alert>
      )}
      <Card>
        <form method="post" action="/my-record/enter" class="stack" autocomplete="off">
          <TextField
            name="code"
            label={words.code}
            hint={words.codeHint}
            error={error}
            autocomplete="off"
            spellcheck={false}
            maxlength={60}
            required
            lang={lang}
          />
          <TextField
            name="birthYear"
            label={words.year}
            hint={words.yearHint}
            inputmode="numeric"
            autocomplete="off"
            maxlength={4}
            short
            required
            lang={lang}
          />
          <Button icon="lock" wide big>
            {words.open}
          </Button>
        </form>
      </Card>
      <Card title={words.noCard} id="no-card">
        <p>{words.noCardText}</p>
        <p class="muted">{words.needs}</p>
      </Card>
    </RecordFrame>
  )
}
