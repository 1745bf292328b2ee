import {
  Button,
  Card,
  ExactWords,
  More,
  Page,
  PageHeading,
  Row,
  Rows,
  ScreenOnly,
  TextArea,
  TextField,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { LETTERS, type LetterFacts, type LetterName } from './letters.ts'

/** The letters and the call with which a department begins that knows nobody yet. */
export const LettersPage = ({ frame }: { frame: Frame }) => (
  <Page {...frame} title="First letters" narrow>
    <div class="stack gap-3">
      <PageHeading
        over={<a href="/syringe-programs">Syringe programs near you</a>}
        title="Write to a program for the first time"
        note="For a department that knows no syringe program yet. Each is filled with your own facts; change what you like."
      />
      <Rows plain label="Letters">
        {(Object.keys(LETTERS) as LetterName[]).map((name) => (
          <Row level={2} title={<a href={`/partners/letters/${name}`}>{LETTERS[name].title}</a>}>
            {LETTERS[name].about}
          </Row>
        ))}
      </Rows>
    </div>
  </Page>
)

export type LetterProps = {
  readonly frame: Frame
  readonly name: LetterName
  readonly facts: LetterFacts
  /** Programs that this reader is shown, to choose from. */
  readonly programs: readonly string[]
}

/** One letter: whom it goes to, and the text to change, print, copy or save. */
export const LetterPage = ({ frame, name, facts, programs }: LetterProps) => {
  const { title, about, text } = LETTERS[name]
  const path = `/partners/letters/${name}`
  const field = (key: keyof LetterFacts) => ({
    name: key,
    value: facts[key],
    maxlength: 120,
    autocomplete: 'off',
  })
  return (
    <Page {...frame} title={title} narrow>
      <div class="stack gap-3">
        <PageHeading over={<a href="/partners/letters">First letters</a>} title={title} note={about} />
        <form method="get" action={path} class="stack">
          <TextField {...field('recipient')} label="To" hint="The program or department" list="programs" />
          <datalist id="programs">
            {programs.map((program) => (
              <option value={program} />
            ))}
          </datalist>
          <TextField {...field('person')} label="Person" optional hint="Whom you know there" />
          <More summary="From: your own facts">
            <div class="stack">
              <TextField {...field('sender')} label="Your name" />
              <TextField {...field('title')} label="What you do" optional />
              <TextField {...field('phone')} label="Phone number" optional type="tel" />
              <TextField {...field('email')} label="E-mail" optional type="email" />
            </div>
          </More>
          <p>
            <Button kind="outline">Fill in</Button>
          </p>
        </form>
        <form method="post" action={`${path}/paper`} class="stack">
          <TextArea
            name="text"
            label="The text"
            hint="Change what you like. What is in brackets is missing."
            value={text(facts)}
            rows={24}
            maxlength={8000}
          />
          <p class="flow pair">
            <Button icon="print" name="as" value="page">
              To print or copy
            </Button>
            <Button kind="outline" icon="file" name="as" value="pdf">
              Save as PDF
            </Button>
            <Button kind="outline" icon="file" name="as" value="text">
              Save as text
            </Button>
          </p>
        </form>
        <WhoCanSee>
          <b>Nothing is sent or kept.</b> What you write here is yours to send.
        </WhoCanSee>
      </div>
    </Page>
  )
}

/** The text alone, as it is printed and copied. */
export const LetterPaperPage = ({ frame, name, text }: { frame: Frame; name: LetterName; text: string }) => (
  <Page {...frame} title={LETTERS[name].title} narrow>
    <div class="stack gap-3">
      <ScreenOnly>
        <p>
          <a href={`/partners/letters/${name}`}>{LETTERS[name].title}</a>
        </p>
        <p class="muted">Print it from your browser, or mark the text and copy it.</p>
      </ScreenOnly>
      <h1 class="usa-sr-only">{LETTERS[name].title}</h1>
      <Card>
        <ExactWords text={text} lang="en" id="letter" />
      </Card>
    </div>
  </Page>
)
