import {
  Alert,
  AS_IT_IS,
  Card,
  CheckboxTiles,
  RadioTiles,
  TextArea,
  TextField,
  type TileOption,
  WordsWarning,
} from '#design'
import { firstOf } from '#platform/http/form-body.ts'
import { ChargeStep } from './charge-step.page.tsx'
import { MemberStep } from './member-step.page.tsx'
import { SignerStep, signerOptions } from './signer-step.page.tsx'
import { kindsFor, languageOf, type Partner, proposedOf, type SigningKind, signingKindOf } from './signing.ts'
import { findingsOf } from './signing-findings.ts'
import type { StepProps } from './signing-frame.page.tsx'
import { ThroughStep } from './through-step.page.tsx'

const KIND_WORDS: Readonly<Record<SigningKind, Omit<TileOption, 'value'>>> = {
  named: { label: 'What each place may know', hint: 'The usual one. Each place gets its own list' },
  tpo: {
    label: 'Treatment, payment and running the place',
    hint: 'One yes for care and billing. It never opens anything to police or courts',
  },
  intermediary: {
    label: 'Through a place that passes it on',
    hint: 'To those whom you name, or only to those who treat them. Never police or courts',
  },
  'counselling-notes': {
    label: 'A counselor’s own notes',
    hint: 'A paper of its own, about nothing else',
  },
  proceedings: {
    label: 'For one court case or hearing',
    hint: 'A paper of its own, for one place. Never police',
  },
  'criminal-justice': {
    label: 'For the charge that is on hold',
    hint: 'To one person at the office that holds it. It ends when the charge is decided',
  },
}

const placeOf = ({ id, name, isCriminalJustice }: Partner): TileOption => ({
  value: id,
  label: name,
  hint: isCriminalJustice ? 'Police or court. They can be told very little' : undefined,
})

const PROPOSE = 'You propose, they choose. They see only the places that you mark, and can say no to each.'

/** Who signs, in which language, what it is about, and which places may come into question. */
const StartStep = (props: StepProps) => {
  const { signing, errors = {} } = props
  const { fields, partners } = signing
  const [courts, helpers] = [true, false].map((is) =>
    partners.filter(({ isCriminalJustice }) => isCriminalJustice === is),
  )
  return (
    <MemberStep
      {...props}
      isFirst
      title="Have somebody sign a release"
      note="You fill in this page. Then they take the tablet, read one thing at a time, and decide."
      next="Go on"
    >
      <RadioTiles
        name="lang"
        legend="Which language do they read best?"
        options={[
          { value: 'en', label: 'English' },
          { value: 'es', label: <span lang="es">Español</span> },
        ]}
        value={languageOf(signing)}
        columns={2}
      />
      <TextField
        name="personName"
        label="The person’s name"
        hint="As they sign it"
        value={firstOf(fields, 'personName') || undefined}
        error={errors.personName}
        autocomplete="off"
        maxlength={200}
        spellcheck={false}
      />
      <RadioTiles
        name="signer"
        legend="Who signs?"
        options={signerOptions(signing.minors)}
        value={firstOf(fields, 'signer') || undefined}
        error={errors.signer}
      />
      <RadioTiles
        name="kind"
        legend="What is it for?"
        options={kindsFor(signing).map((value) => ({ value, ...KIND_WORDS[value] }))}
        value={signingKindOf(signing)}
        error={errors.kind}
      />
      <TextField
        name="proceeding"
        label="Which court case or hearing?"
        hint="Only where it is for one"
        value={firstOf(fields, 'proceeding') || undefined}
        error={errors.proceeding}
        autocomplete="off"
        maxlength={200}
        optional={signingKindOf(signing) !== 'proceedings'}
      />
      <CheckboxTiles
        name="proposed"
        legend="Which places could be told?"
        hint={
          signing.charges.length > 0
            ? `${PROPOSE} For the charge on hold you need to mark none: the next page asks who there.`
            : PROPOSE
        }
        options={[...(helpers ?? []), ...(courts ?? [])].map(placeOf)}
        values={fields.proposed ?? []}
        error={errors.proposed}
        columns={2}
      />
    </MemberStep>
  )
}

/** For police and courts: why it is in the person's own interest that they know (LEAD-03). */
const InterestStep = (props: StepProps) => {
  const { signing, errors = {}, sent } = props
  return (
    <MemberStep
      {...props}
      title="Why is it good for them that police or court know?"
      note="In the person’s own interest, not in anybody else’s. It is kept with the release; the person can read it."
      next="Go on"
    >
      {proposedOf(signing)
        .filter(({ isCriminalJustice }) => isCriminalJustice)
        .map(({ id, name }) => (
          <TextArea
            name={`interest-${id}`}
            label={name}
            hint="Such as “so that nobody keeps looking for them”"
            value={firstOf(signing.fields, `interest-${id}`) || undefined}
            error={errors[`interest-${id}`]}
            maxlength={500}
          />
        ))}
      {sent && <WordsWarning fields={findingsOf(signing, 'interest')} said={firstOf(sent, AS_IT_IS)} />}
    </MemberStep>
  )
}

/** The moment at which the tablet changes hands. */
const ReadyStep = (props: StepProps) => (
  <MemberStep
    {...props}
    title="Give them the tablet"
    note="From here on they read and choose, at their own pace. Stay near, and answer what they ask."
    next="They have it. Begin"
  >
    <Card>
      <ul class="stack gap-1">
        <li>They can have each page read to them, go back, and change the language.</li>
        <li>
          They can say no to all of it. They get the same help, and nobody is told that they were asked.
        </li>
        <li>“Not today” keeps nothing.</li>
        <li>No tablet at hand, or would they rather hold a paper? The last page prints it.</li>
      </ul>
    </Card>
    <Alert kind="info">
      <p>
        From here on this tablet opens nothing but what they read, in every tab. To have it back, you show a
        code, your passkey, or sign in at your organization.
      </p>
    </Alert>
  </MemberStep>
)

/** The steps that the member answers before the person reads. */
export const MemberStepPage = (props: StepProps) => {
  const pages: Partial<Record<typeof props.step, typeof StartStep>> = {
    signer: SignerStep,
    charge: ChargeStep,
    through: ThroughStep,
    interest: InterestStep,
    ready: ReadyStep,
  }
  const Step = pages[props.step] ?? StartStep
  return <Step {...props} />
}
