import { RadioTiles, TextArea } from '#design'
import { firstOf } from '#platform/http/form-body.ts'
import { MemberStep } from './member-step.page.tsx'
import { proposedOf } from './signing.ts'
import type { StepProps } from './signing-frame.page.tsx'

/** To whom an intermediary passes it on: by name, or only to those who treat the person (2.31(a)(4)(ii)). */
export const ThroughStep = (props: StepProps) => {
  const { signing, errors = {} } = props
  const place = proposedOf(signing)[0]?.name ?? 'that place'
  return (
    <MemberStep
      {...props}
      title={`To whom does ${place} pass it on?`}
      note="Names are better: then the person knows who gets it."
      next="Go on"
    >
      <RadioTiles
        name="through"
        legend="Who gets it"
        options={[
          { value: 'named', label: 'Those that I name here' },
          { value: 'treating', label: 'Places that treat the person, and no other' },
        ]}
        value={firstOf(signing.fields, 'through') || undefined}
        error={errors.through}
      />
      <TextArea
        name="participants"
        label="Their names"
        hint="One in each line"
        value={firstOf(signing.fields, 'participants') || undefined}
        error={errors.participants}
        maxlength={500}
        optional={firstOf(signing.fields, 'through') !== 'named'}
      />
    </MemberStep>
  )
}
