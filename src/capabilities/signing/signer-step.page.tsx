import type { SignerGround } from '#consent'
import { Alert, RadioTiles, TextField, type TileOption } from '#design'
import { firstOf } from '#platform/http/form-body.ts'
import { MemberStep } from './member-step.page.tsx'
import { hasParent, type MinorsSign, SIGNER_GROUNDS } from './signer.ts'
import type { StepProps } from './signing-frame.page.tsx'

/** Who can sign in this county. Without its rule nobody under 18 is offered (P2-018). */
export const signerOptions = (minors: MinorsSign): readonly TileOption[] => [
  { value: 'self', label: 'They are 18 or older, and sign themselves' },
  ...(minors === 'nobody'
    ? []
    : [
        {
          value: 'minor',
          label: 'They are under 18',
          hint:
            minors === 'alone'
              ? 'The law of the state lets them sign alone'
              : 'The law of the state asks for a parent or guardian too: both sign',
        },
      ]),
  {
    value: 'representative',
    label: 'Somebody signs for them',
    hint: 'They are 18 or older and cannot decide now, or they died',
  },
]

const GROUNDS: Readonly<Record<SignerGround, string>> = {
  court: 'A court named them as guardian',
  law: 'The person cannot decide now, and the law of the state lets them',
  estate: 'The person died, and they are the executor or administrator',
  family: 'The person died, nobody is appointed, and they are the spouse or closest family',
}

/** Who signs beside the person, or in their place, and what lets them. */
export const SignerStep = (props: StepProps) => {
  const { signing, errors = {} } = props
  const withParent = hasParent(signing)
  return (
    <MemberStep
      {...props}
      title={withParent ? 'Which parent or guardian signs too?' : 'Who signs for them?'}
      note={
        withParent
          ? 'Both read it, and both sign: the person first.'
          : 'They read it in the person’s place, and sign with their own name.'
      }
      next="Go on"
    >
      <TextField
        name="signerName"
        label="Their name"
        hint="As they sign it"
        value={firstOf(signing.fields, 'signerName') || undefined}
        error={errors.signerName}
        autocomplete="off"
        maxlength={200}
        spellcheck={false}
      />
      {!withParent && (
        <>
          <RadioTiles
            name="signerGround"
            legend="What lets them sign?"
            options={SIGNER_GROUNDS.map((value) => ({ value, label: GROUNDS[value] }))}
            value={firstOf(signing.fields, 'signerGround') || undefined}
            error={errors.signerGround}
          />
          <Alert kind="info">
            <p>Look at the paper that says so before you go on. Somebody who only came along cannot sign.</p>
          </Alert>
        </>
      )}
    </MemberStep>
  )
}
