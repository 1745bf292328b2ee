import {
  Alert,
  AS_IT_IS,
  Button,
  Chips,
  DraftForm,
  ErrorSummary,
  FreshPart,
  More,
  NearMe,
  Page,
  PageHeading,
  RadioTiles,
  Said,
  SendBar,
  TextField,
  WhoCanSee,
  WordsWarning,
} from '#design'
import type { Frame } from '#identity'
import type { PathwayChoice } from '#pathways'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { Receivers } from './find-receivers.ts'
import { findingsInReferral, REFERRAL_TEXT_FIELDS } from './free-text.ts'
import { ReceiverTiles } from './receivers.page.tsx'
import { contactWayOptions, needOptions, payerOptions } from './referral-words.ts'

export type MakeReferralProps = {
  readonly frame: Frame
  readonly zone: string
  readonly organizationName: string
  /** The id that the referral will have. */
  readonly id: string
  readonly fields: FormFields
  readonly savedAt?: Date | undefined
  readonly receivers: Receivers
  readonly choice: PathwayChoice
  readonly errors?: Readonly<Record<string, string>>
}

/** Fields whose change makes other places the right ones. */
const WHAT_PLACES_DEPEND_ON = ['needs', 'whereabouts', 'latitude', 'payer']

/** Chosen before anybody looks: opened only by who comes on another way than the one they used last. */
const PathwayPart = ({ choice, fields, errors = {} }: MakeReferralProps) => {
  if (choice.pathways.length === 0) return null
  const chosen = firstOf(fields, 'pathwayId') || choice.usual
  const name = choice.pathways.find(({ pathwayId }) => pathwayId === chosen)?.name
  if (choice.pathways.length === 1 && name && !errors.pathwayId) return <p class="muted">Pathway: {name}</p>
  return (
    <More summary={<>Pathway: {name ?? 'choose one'}</>} open={errors.pathwayId !== undefined || !name}>
      <RadioTiles
        name="pathwayId"
        legend="How do they come in?"
        error={errors.pathwayId}
        value={name ? chosen : undefined}
        options={choice.pathways.map((one) => ({
          value: one.pathwayId,
          label: one.name,
          hint: one.begins,
        }))}
      />
    </More>
  )
}

/** One page, eight questions, a minute: what would help, who and where, how to reach them, and who gets it. */
export const MakeReferralPage = (props: MakeReferralProps) => {
  const { frame, fields, errors = {} } = props
  const value = (name: string) => firstOf(fields, name) || undefined
  return (
    <Page {...frame} title="Make a referral" field form narrow hasErrors={Object.keys(errors).length > 0}>
      <PageHeading title="Make a referral" />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <Said when="Say it first">
        “This is your choice. If you say no, nothing gets worse. I can ask somebody who can help. Would you
        like that?”
      </Said>
      <DraftForm
        action="/referrals"
        draftUrl="/field/referral/draft"
        savedAt={props.savedAt}
        zone={props.zone}
      >
        <input type="hidden" name="id" value={props.id} />
        <PathwayPart {...props} />
        <Chips
          name="needs"
          legend="What would help most?"
          big
          choose="any"
          options={needOptions}
          values={fields.needs ?? []}
          error={errors.needs}
        />
        <TextField
          name="name"
          label="First name or nickname"
          hint="What they want to be called. Leave it empty if not given"
          value={value('name')}
          autocomplete="off"
          spellcheck={false}
          maxlength={200}
          error={errors.name}
        />
        <TextField
          name="whereabouts"
          label="Where are they?"
          hint="A street, a town or a ZIP code: “Dock Street, Pierpoint”"
          value={value('whereabouts')}
          autocomplete="off"
          maxlength={300}
          error={errors.whereabouts}
        />
        <NearMe latitude={value('latitude')} longitude={value('longitude')} />
        <Chips
          name="payer"
          legend="Insurance"
          big
          choose="one"
          options={payerOptions}
          values={[value('payer') ?? 'not-sure']}
          error={errors.payer}
        />
        <RadioTiles
          name="agreesToContact"
          legend="Do they agree to be contacted?"
          big
          columns={2}
          error={errors.agreesToContact}
          value={value('agreesToContact')}
          options={[
            { value: 'yes', label: 'Yes', hint: 'Asked out loud. They can change this at any time' },
            { value: 'no', label: 'No', hint: 'Their name and number stay with you' },
          ]}
        />
        <Chips
          name="contactWay"
          legend="If yes, how?"
          choose="one"
          options={contactWayOptions}
          values={fields.contactWay ?? []}
          error={errors.contactWay}
        />
        <TextField
          name="contact"
          label="Phone, or how to find them"
          hint="“No phone, by the ferry ramp most mornings” is fine"
          value={value('contact')}
          autocomplete="off"
          maxlength={200}
          error={errors.contact}
        />
        <div class="cw-ask">
          <FreshPart id="words-part" url="/field/referral/words" fields={REFERRAL_TEXT_FIELDS}>
            <WordsWarning fields={findingsInReferral(fields)} said={firstOf(fields, AS_IT_IS)} />
          </FreshPart>
        </div>
        <div class="cw-ask">
          <FreshPart id="receivers" url="/field/referral/places" fields={WHAT_PLACES_DEPEND_ON}>
            <ReceiverTiles receivers={props.receivers} chosen={value('serviceId')} error={errors.serviceId} />
          </FreshPart>
        </div>
        <noscript>
          <p class="cw-ask">
            <Button kind="outline" formaction="/field/referral" formnovalidate>
              Look again for places
            </Button>
          </p>
        </noscript>
        <div class="cw-ask">
          <WhoCanSee
            can={['The place you choose', props.organizationName]}
            cannot={['Other police', 'Courts', 'The public']}
          >
            <b>Only the place you choose will see this, and you.</b> They see a name and number only after
            they say yes, and only if the person agrees. You will hear back only what the person agrees to.
          </WhoCanSee>
        </div>
        {errors.form && <Alert kind="error">{errors.form}</Alert>}
        <SendBar note="Sending twice makes one referral.">
          <Button big wide icon="send">
            Send referral
          </Button>
        </SendBar>
      </DraftForm>
    </Page>
  )
}
