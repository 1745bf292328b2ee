import type { ReleaseForm } from '#consent'
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  CheckboxTiles,
  DateField,
  DefinitionList,
  ErrorSummary,
  ExactWords,
  Page,
  PageHeading,
  ScreenOnly,
  SignLines,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { codeOf } from './release-pdf.ts'
import { hasParent } from './signer.ts'
import { factsOf, type Signing } from './signing.ts'
import { personFrame, stepPath } from './signing-frame.page.tsx'
import { SIGNING_WORDS } from './signing-words.ts'

type PaperProps = { readonly frame: Frame; readonly signing: Signing; readonly form: ReleaseForm }

/** The same words on paper, with lines to sign on. What is around them is not printed. */
export const PaperPage = ({ frame, signing, form }: PaperProps) => {
  const { language } = form
  const { paper, back } = SIGNING_WORDS[language]
  return (
    <Page {...personFrame(frame, language, stepPath(signing.id, 'paper'))} title={paper.title}>
      <div class="stack gap-3">
        <ScreenOnly>
          <h1>{paper.title}</h1>
          <p class="flow">
            <ButtonLink big icon="print" href={stepPath(signing.id, 'paper.pdf')}>
              {paper.print}
            </ButtonLink>
            <ButtonLink big kind="outline" href={stepPath(signing.id, 'sign')}>
              {back}
            </ButtonLink>
          </p>
        </ScreenOnly>
        <Card gap={3}>
          <ExactWords text={form.text} lang={language} />
          <SignLines
            lines={[
              { label: paper.line, wide: true },
              ...(hasParent(signing) ? [{ label: paper.parent, wide: true }] : []),
              { label: paper.date },
              { label: paper.witness },
              { label: paper.interpreter },
            ]}
          />
          <p class="small">
            {paper.code}: <strong class="nb">{codeOf(form.sha256)}</strong>
          </p>
        </Card>
        <ScreenOnly>
          <div lang="en" class="stack">
            <Alert kind="info">
              <p>
                <b>For whoever helps them:</b> print it, have it signed, and keep the paper in the file. Then
                record here that you hold it. What was answered is kept for a day; after that, begin again.
              </p>
            </Alert>
            <p>
              <ButtonLink kind="outline" href={stepPath(signing.id, 'attest')}>
                They signed on paper
              </ButtonLink>
            </p>
          </div>
        </ScreenOnly>
      </div>
    </Page>
  )
}

const signersOf = (person: string, signer: ReturnType<typeof factsOf>['signer']): string => {
  if (!signer) return person
  return signer.by === 'parent' ? `${person} and ${signer.name}` : `${signer.name}, for ${person}`
}

export type AttestProps = PaperProps & {
  readonly fields: FormFields
  readonly errors?: Readonly<Record<string, string>> | undefined
}

/** A member says that they hold the paper, which words are on it, and when it was signed. */
export const AttestPage = ({ frame, signing, form, fields, errors = {} }: AttestProps) => {
  const text = (name: string, label: string) => ({
    name,
    label,
    value: firstOf(fields, name) || undefined,
    error: errors[name],
    autocomplete: 'off',
    maxlength: 200,
    optional: true,
  })
  const day = (part: string) => firstOf(fields, `signedOn-${part}`)
  const { personName, recipients, signer } = factsOf(signing)
  return (
    <Page {...frame} title="Signed on paper" narrow form hasErrors={Object.keys(errors).length > 0}>
      <PageHeading
        title="They signed on paper"
        note="From here on the release counts as if it had been signed on the tablet. Your name is kept as who holds the paper."
      />
      <form
        class="stack gap-3"
        method="post"
        action={stepPath(signing.id, 'attest')}
        novalidate
        autocomplete="off"
      >
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <Card>
          <DefinitionList
            items={[
              { term: 'Signed by', value: signersOf(personName, signer) },
              { term: 'Names', value: recipients.map(({ name }) => name).join(', ') },
              { term: 'Code', value: <strong class="nb">{codeOf(form.sha256)}</strong> },
            ]}
          />
        </Card>
        <input type="hidden" name="shown" value={form.sha256} />
        <DateField
          name="signedOn"
          legend="On which day did they sign?"
          value={{ month: day('month'), day: day('day'), year: day('year') }}
          error={errors.signedOn}
        />
        <TextField {...text('witness', 'Who was with them?')} />
        <TextField {...text('interpreter', 'Who translated?')} />
        <TextField {...text('interpreterLanguage', 'Into which language?')} />
        <CheckboxTiles
          name="holds"
          legend="The paper"
          options={[
            {
              value: 'yes',
              label: hasParent(signing)
                ? 'I hold it, both signed it themselves, and its code is the one above'
                : 'I hold it, they signed it themselves, and its code is the one above',
            },
          ]}
          values={fields.holds ?? []}
          error={errors.holds}
        />
        <p class="flow pair">
          <Button big icon="check">
            Record it
          </Button>
          <ButtonLink big kind="outline" href={stepPath(signing.id, 'paper')}>
            Back
          </ButtonLink>
        </p>
      </form>
    </Page>
  )
}
