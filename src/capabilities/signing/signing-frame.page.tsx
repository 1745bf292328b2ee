import type { Child } from 'hono/jsx'
import { Button, Card, ErrorSummary, Page, ReadAloud, StepIndicator } from '#design'
import type { Frame } from '#identity'
import type { FormFields } from '#platform/http/form-body.ts'
import { type Language, languageOf, type Signing } from './signing.ts'
import { partOf, type Step } from './signing-steps.ts'
import { SIGNING_WORDS } from './signing-words.ts'

/** What every step of a release takes: the answers so far, and what is still wrong with those that were sent last. */
export type StepProps = {
  readonly frame: Frame
  readonly signing: Signing
  readonly step: Step
  /** What was sent and not accepted; left out when the page is asked for. */
  readonly sent?: FormFields | undefined
  readonly errors?: Readonly<Record<string, string>> | undefined
}

/** The address of a step; it names nobody. */
export const stepPath = (id: string, step: Step | 'paper' | 'paper.pdf' | 'attest'): string =>
  `/signing/${id}/${step}`

/** What a tablet opens while it is in the person's hands: their steps, the paper, and their copy, of this one release. */
export const personPaths = (id: string): string[] => [
  ...PERSON_STEPS.map((step) => `/signing/${id}/${step}`),
  ...[`/releases/${id}`, `/releases/${id}/copy.pdf`, `/releases/${id}/note`, '/signing/not-today'],
]

const PERSON_STEPS = [
  ...['what', 'who', 'sees-*', 'look-*', 'passes', 'why', 'until', 'held', 'stop', 'sign'],
  ...['paper', 'paper.pdf'],
]

/** The frame while the tablet is in the person's hands: in their language, and no way into the member's pages. */
export const personFrame = (frame: Frame, lang: Language, home: string): Frame => ({
  assets: frame.assets,
  theme: frame.theme,
  lang,
  home,
  field: true,
  narrow: true,
  ...(frame.footer ? { footer: { name: frame.footer.name, links: [] } } : {}),
})

export type PersonStepProps = StepProps & {
  readonly title: string
  /** The words of the button that goes on. */
  readonly next?: string | undefined
  readonly children?: Child
  /** Beside the buttons: other ways to go on. */
  readonly otherWays?: Child
}

/** One idea to the person: where they are, the words (read aloud too), and the way on, back, and out. */
export const PersonStep = (props: PersonStepProps) => {
  const { frame, signing, step, title, errors = {}, children } = props
  const lang = languageOf(signing)
  const words = SIGNING_WORDS[lang]
  const other = lang === 'en' ? 'es' : 'en'
  const part = partOf(step) ?? 1
  const path = stepPath(signing.id, step)
  return (
    <Page {...personFrame(frame, lang, path)} title={title} hasErrors={Object.keys(errors).length > 0}>
      <form class="stack gap-3" method="post" action={path} novalidate autocomplete="off">
        <StepIndicator steps={words.steps} current={part} lang={lang} />
        <ErrorSummary
          lang={lang}
          errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
        />
        <div class="split">
          <p class="cw-over">{words.stepOf(part, words.steps.length)}</p>
          <ReadAloud reads="step-words" lang={lang} />
        </div>
        <div class="stack" id="step-words">
          <h1>{title}</h1>
          {children}
        </div>
        <p class="flow pair">
          <Button big icon={step === 'sign' ? 'pen' : 'go'}>
            {props.next ?? words.next}
          </Button>
          <Button big kind="outline" name="go" value="back" formnovalidate>
            {words.back}
          </Button>
        </p>
        {props.otherWays}
        <div class="split">
          <Button kind="plain" name="go" value={other} formnovalidate>
            <span lang={other}>{words.otherLanguage}</span>
          </Button>
          <p class="flow">
            <span class="muted">{words.notTodayWords}</span>
            <Button kind="danger" name="go" value="leave" formnovalidate>
              {words.notToday}
            </Button>
          </p>
        </div>
      </form>
    </Page>
  )
}

/** A paragraph each, in one card. */
export const Said = ({ paragraphs }: { paragraphs: readonly string[] }) => (
  <Card>
    {paragraphs.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </Card>
)
