import { Alert, Button, Card, CheckboxTiles, ErrorSummary, Page, PageHeading, TextField } from '#design'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { AGREEMENT_KINDS, AGREEMENT_YEARS, type OwnKind } from './agreement.ts'

/** The words of an agreement, each paragraph by itself. */
export const Words = ({ text }: { text: string }) => (
  <div class="cw-card stack">
    {text.split('\n\n').map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </div>
)

export type AcceptProps = {
  readonly frame: Frame
  readonly kind: OwnKind
  readonly text: string
  readonly organizationName: string
  readonly countyName: string
  /** As whom the reader would sign; undefined for members who may not. */
  readonly signatory: string | undefined
  readonly fields?: FormFields
  readonly errors?: Readonly<Record<string, string>>
}

const AcceptForm = (props: AcceptProps & { signatory: string }) => {
  const { kind, fields = {}, errors = {} } = props
  return (
    <Card title="Accept it" id="accept">
      <form class="stack" method="post" action={`/agreements/${kind}`} novalidate>
        {kind === 'qsoa' && (
          <TextField
            name="withSignatory"
            label={`Who signs for whoever runs Causeway for ${props.countyName}?`}
            hint="Name and title, as on the paper that both of you keep"
            autocomplete="off"
            maxlength={200}
            value={firstOf(fields, 'withSignatory') || undefined}
            error={errors.withSignatory}
          />
        )}
        <CheckboxTiles
          name="may"
          legend="May you sign?"
          error={errors.may}
          values={fields.may ?? []}
          options={[
            {
              value: 'yes',
              label: `I may accept this for ${props.organizationName}`,
              hint: `It is kept as accepted by ${props.signatory}, for ${AGREEMENT_YEARS} years.`,
            },
          ]}
        />
        <p>
          <Button big icon="check">
            Accept
          </Button>
        </p>
      </form>
    </Card>
  )
}

/** The words of an agreement, and for whoever may, the way to accept it. */
export const AcceptPage = (props: AcceptProps) => {
  const { frame, kind, text, signatory, errors = {} } = props
  return (
    <Page {...frame} title={AGREEMENT_KINDS[kind]} narrow hasErrors={Object.keys(errors).length > 0}>
      <PageHeading over={<a href="/agreements">Agreements</a>} title={AGREEMENT_KINDS[kind]} />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <div class="stack gap-3">
        <Words text={text} />
        {signatory ? (
          <AcceptForm {...props} signatory={signatory} />
        ) : (
          <Alert kind="info">
            <b>An administrator or manager of {props.organizationName} accepts this.</b> You can read it here,
            and print it.
          </Alert>
        )}
      </div>
    </Page>
  )
}
