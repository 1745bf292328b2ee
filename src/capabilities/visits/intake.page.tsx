import {
  AS_IT_IS,
  Button,
  Chips,
  DraftForm,
  ErrorSummary,
  Page,
  PageHeading,
  SendBar,
  TextArea,
  TextField,
  WhoCanSee,
  WordsWarning,
} from '#design'
import type { Frame } from '#identity'
import { findSensitiveWords } from '#kernel/sensitive-words.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { INTAKE } from './intake.ts'

/** Their own words can say too much of somebody else, or of a record. */
export const intakeFindings = (fields: FormFields) =>
  INTAKE.filter(({ answers }) => !answers).map(({ key, text }) => ({
    field: key,
    label: text,
    findings: findSensitiveWords(firstOf(fields, key)),
  }))

export type IntakeProps = {
  readonly frame: Frame
  readonly zone: string
  readonly visitId: string
  readonly fields: FormFields
  readonly savedAt: Date | undefined
  readonly programName: string
  readonly stationName: string
  readonly errors?: Readonly<Record<string, string>>
}

/** The intake, with the person, at their pace: it saves itself, and every question can stay open. */
export const IntakePage = ({ frame, zone, visitId, fields, savedAt, errors = {}, ...names }: IntakeProps) => (
  <Page {...frame} title="Intake" field narrow form hasErrors={Object.keys(errors).length > 0}>
    <div class="stack gap-3">
      <PageHeading
        over={<a href={`/visits/${visitId}`}>The visit</a>}
        title="Intake, at their pace"
        note="Turn the screen to them. Everything can stay open, and you can go on another day."
      />
      <DraftForm
        action={`/visits/${visitId}/intake`}
        draftUrl={`/visits/${visitId}/intake/draft`}
        savedAt={savedAt}
        zone={zone}
        class="stack gap-3"
      >
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <TextField
          name="called"
          label="What may you call them?"
          value={firstOf(fields, 'called') || undefined}
          maxlength={80}
          autocomplete="off"
          optional
        />
        <TextField
          name="reach"
          label="How can they be reached later?"
          value={firstOf(fields, 'reach') || undefined}
          maxlength={120}
          autocomplete="off"
          optional
        />
        {INTAKE.map(({ key, text, hint, answers, many }) =>
          answers ? (
            <Chips
              name={key}
              legend={text}
              hint={hint}
              big
              choose={many ? 'any' : 'one'}
              options={Object.entries(answers).map(([value, label]) => ({ value, label }))}
              values={fields[key] ?? []}
            />
          ) : (
            <TextArea
              name={key}
              label={text}
              hint={hint}
              value={firstOf(fields, key) || undefined}
              maxlength={1000}
              autocomplete="off"
            />
          ),
        )}
        <WordsWarning fields={intakeFindings(fields)} said={firstOf(fields, AS_IT_IS)} />
        <WhoCanSee
          can={['You', `Navigators of ${names.programName}`]}
          cannot={[names.stationName, 'Courts', 'Other programs']}
        >
          <b>Only you and {names.programName}’s navigators see this.</b> Not {names.stationName}.
        </WhoCanSee>
        <SendBar>
          <Button big wide icon="check">
            Save, and find places
          </Button>
        </SendBar>
      </DraftForm>
    </div>
  </Page>
)
