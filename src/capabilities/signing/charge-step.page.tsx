import {
  AS_IT_IS,
  DateField,
  More,
  RadioTiles,
  SelectField,
  TextArea,
  TextField,
  WordsWarning,
} from '#design'
import { dayWords } from '#kernel/calendar-day.ts'
import { firstOf } from '#platform/http/form-body.ts'
import { MemberStep } from './member-step.page.tsx'
import type { OpenCharge } from './monitoring.ts'
import { findingsOf } from './signing-findings.ts'
import type { StepProps } from './signing-frame.page.tsx'

const chargeTile = ({ id, reference, officeName, decideBy }: OpenCharge) => ({
  value: id,
  label: `${reference}, held by ${officeName}`,
  hint: decideBy ? `Decided by ${dayWords(decideBy, 'en')}` : 'No day was said by when it is decided',
})

/** All that 42 CFR 2.35 asks for, on one page, because the member has it at hand in one place (P2-040, P2-041). */
export const ChargeStep = (props: StepProps) => {
  const { signing, errors = {}, sent } = props
  const { fields, charges, monitors, supervisors } = signing
  const value = (name: string) => firstOf(fields, name) || undefined
  const day = (part: string) => firstOf(fields, `revocableOn-${part}`)
  const officeOf = (id: string) => charges.find(({ heldBy }) => heldBy === id)?.officeName ?? ''
  const field = (name: string, label: string, hint: string) => ({
    ...{ name, label, hint, value: value(name), error: errors[name] },
  })
  return (
    <MemberStep
      {...props}
      title="The charge, and who looks after it"
      note="Only one person is told: somebody whose duty it is to see that the person takes part. The person reads all of this."
      next="Go on"
    >
      <RadioTiles
        name="charge"
        legend="Which charge?"
        options={charges.map(chargeTile)}
        value={value('charge')}
        error={errors.charge}
      />
      <SelectField
        {...field('monitor', 'Who there looks after it?', 'By name. Never an officer on patrol')}
        options={monitors.map(({ id, name, organizationId }) => ({
          value: id,
          label: `${name}, ${officeOf(organizationId)}`,
        }))}
      />
      <TextArea
        {...field(
          'duty',
          'Which duty do they have?',
          'In the person’s language, such as “to decide whether to file the charge”',
        )}
        maxlength={300}
        rows={2}
      />
      <TextArea
        {...field(
          'period',
          'Why does it have to last so long?',
          'Such as “the program takes six months, and then the office decides”',
        )}
        maxlength={300}
        rows={2}
      />
      <RadioTiles
        name="revocable"
        legend="From when on can they stop it?"
        options={[
          {
            value: 'disposition',
            label: 'Once the charge is decided',
            hint: 'It ends by itself then too',
          },
          { value: 'day', label: 'From a day before that on' },
        ]}
        value={value('revocable')}
        error={errors.revocable}
      />
      <More summary="The day" open={value('revocable') === 'day'}>
        <DateField
          name="revocableOn"
          legend="From which day on?"
          value={{ month: day('month'), day: day('day'), year: day('year') }}
          error={errors.revocableOn}
        />
      </More>
      <SelectField
        {...field('supervisor', 'Who at your place approved it?', 'Somebody other than you')}
        options={supervisors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...field('counsel', 'Which lawyer was asked?', 'The lawyer of your organization')}
        autocomplete="off"
        maxlength={200}
        spellcheck={false}
      />
      {sent && <WordsWarning fields={findingsOf(signing, 'charge')} said={firstOf(sent, AS_IT_IS)} />}
    </MemberStep>
  )
}
