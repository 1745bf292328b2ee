import { NOT_FOR_ENFORCEMENT } from '#agreements'
import {
  Alert,
  AS_IT_IS,
  Button,
  ButtonLink,
  ErrorSummary,
  Page,
  PageHeading,
  RadioTiles,
  Said,
  TextField,
  WhoCanSee,
  WordsWarning,
} from '#design'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { VERIFICATIONS, WAYS, type Way } from './diversion.ts'
import { chargeFindings } from './diversion-form.ts'

export type OpenProps = {
  readonly frame: Frame
  readonly referralId: string
  readonly called: string
  readonly way: Way
  readonly placeName: string
  readonly organizationName: string
  /** Whether every yes is there. */
  readonly isApproved: boolean
  readonly fields: FormFields
  readonly errors: Readonly<Record<string, string>>
}

const ArrestFields = ({ fields, errors }: OpenProps) => (
  <>
    <TextField
      name="charge"
      label="Which charge do you not make?"
      hint="In words, such as “possession”. Nothing from a check of records"
      value={firstOf(fields, 'charge')}
      error={errors.charge}
      maxlength={120}
      autocomplete="off"
    />
    <WordsWarning fields={chargeFindings(fields)} said={firstOf(fields, AS_IT_IS)} />
    <TextField
      name="incident"
      label="What does your agency call the incident?"
      hint="If you write a report. Leave it empty if not"
      value={firstOf(fields, 'incident')}
      error={errors.incident}
      maxlength={60}
      autocomplete="off"
    />
  </>
)

const ContactFields = ({ fields, errors }: OpenProps) => (
  <RadioTiles
    name="verification"
    legend="How do you know that they need this?"
    hint="Only which kind is kept, never what was seen or said"
    options={Object.entries(VERIFICATIONS).map(([value, label]) => ({ value, label }))}
    value={firstOf(fields, 'verification') || undefined}
    error={errors.verification}
  />
)

/** What is left to say after the criteria: one field or two, and the clock starts. */
export const OpenDiversionPage = (props: OpenProps) => {
  const { frame, referralId, called, way, placeName, organizationName, isApproved, errors } = props
  return (
    <Page {...frame} title={WAYS[way]} narrow field hasErrors={Object.keys(errors).length > 0}>
      <div class="stack gap-3">
        <PageHeading over={<a href={`/referrals/${referralId}`}>Referral: {called}</a>} title={WAYS[way]} />
        <Alert kind="info" icon="shield">
          <p>
            <b>Nobody is worse off for taking part.</b> {NOT_FOR_ENFORCEMENT}
          </p>
        </Alert>
        {isApproved ? (
          <form method="post" action={`/referrals/${referralId}/diversion`} class="stack gap-3" novalidate>
            <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
            <Said when="Say it first">
              “This is your choice. {placeName} can help you, and somebody comes here to meet you.”
            </Said>
            {way === 'arrest' && <ArrestFields {...props} />}
            {way === 'social-contact' && <ContactFields {...props} />}
            <p class="cw-ask">
              <Button big icon="clock">
                Call the case manager: the clock starts
              </Button>
            </p>
          </form>
        ) : (
          <Alert kind="warning">
            <p>
              <b>First the criteria, and every yes that they ask for.</b> Nothing is decided around them.
            </p>
            <p>
              <ButtonLink kind="outline" icon="list" href={`/referrals/${referralId}/screening`}>
                Criteria and decision
              </ButtonLink>
            </p>
          </Alert>
        )}
        <WhoCanSee can={[organizationName, placeName]} cannot={['Other police', 'Courts']}>
          <b>
            {organizationName} and {placeName} see this.
          </b>{' '}
          {way === 'arrest' && 'The prosecutor’s office sees it after you send the packet, and not before.'}
        </WhoCanSee>
      </div>
    </Page>
  )
}
