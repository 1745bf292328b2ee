import { Button, Card, CheckboxTiles, DateField, RadioTiles, TextArea } from '#design'
import { newId } from '#kernel/ids.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { DECISIONS, REPORTS, reportsOpen, STEPS, type StepKind } from './diversion.ts'
import { NEEDS } from './diversion-form.ts'
import type { SeenDiversion } from './list-diversions.ts'

/** Whether a step leads on; the others are for when it goes another way. */
export const leadsOn = (kind: StepKind): boolean =>
  !['left', 'extended', 'office-extended', 'legal-event'].includes(kind)

export type StepFormProps = {
  readonly diversion: SeenDiversion
  readonly kind: StepKind
  readonly papers: readonly string[]
  /** What was sent of this step and not accepted. */
  readonly fields: FormFields
  readonly errors: Readonly<Record<string, string>>
}

const HINT: Readonly<Partial<Record<StepKind, string>>> = {
  'packet-sent': 'The office sees the charge and this list from then on. The papers go your usual way.',
  screened: 'Opens the case here, and says yes to the referral. Police and prosecutor never see it.',
  reported: 'The office sees it only while they let it know. Never more than this one word.',
  settled: 'The prosecutor decided. Every release that stood on this charge ends at once.',
  left: 'Their choice. Nothing gets worse for them, and they can come back at any time.',
  'legal-event': 'Only while they let your office know. The case manager reads it.',
  'handed-over': 'Face to face. From now on the day of intake counts.',
}

const PRESS: Readonly<Partial<Record<StepKind, string>>> = {
  reached: 'The case manager is on the way',
  arrived: 'The case manager is here',
  'handed-over': 'They go with the case manager',
  left: 'They left, or want no help now',
  'packet-sent': 'The packet is sent',
  screened: 'Record what they need',
  'intake-done': 'Intake is done',
  settled: 'Close the held charge',
}

const Until = ({ kind, fields, errors }: StepFormProps) => {
  const part = (name: string) => firstOf(fields, `until-${name}`)
  return (
    <DateField
      name="until"
      id={`until-${kind}`}
      legend="Until when?"
      value={{ year: part('year'), month: part('month'), day: part('day') }}
      error={errors.until}
    />
  )
}

const Inner = (props: StepFormProps) => {
  const { kind, fields, errors, papers, diversion } = props
  const ticked = fields.contents ?? []
  const tiles = (legend: string, options: readonly string[]) => (
    <CheckboxTiles
      name="contents"
      id={`contents-${kind}`}
      legend={legend}
      options={options.map((value) => ({ value, label: value }))}
      values={ticked}
      columns={2}
      error={errors.contents}
    />
  )
  const words = (label: string, hint: string) => (
    <TextArea
      {...{
        name: 'words',
        id: `words-${kind}`,
        label,
        hint,
        value: firstOf(fields, 'words'),
        error: errors.words,
      }}
      {...{ maxlength: 300, rows: 2 }}
    />
  )
  const choices = (legend: string, options: readonly (readonly [string, string])[]) => (
    <RadioTiles
      name="outcome"
      id={`outcome-${kind}`}
      legend={legend}
      options={options.map(([value, label]) => ({ value, label }))}
      columns={options.length > 2 ? 3 : 2}
      error={errors.outcome}
    />
  )
  switch (kind) {
    case 'packet-sent':
      return tiles('What is in the packet?', papers)
    case 'screened':
      return tiles('What do they need now?', NEEDS)
    case 'reported':
      return choices(
        'What do you tell the office?',
        reportsOpen(diversion.course).map((one) => [one, REPORTS[one]] as const),
      )
    case 'decided':
      return choices('What do you decide?', Object.entries(DECISIONS))
    case 'legal-event':
      return words('What happened?', 'A new charge, a warrant, a hearing: in a sentence, no numbers')
    case 'extended':
    case 'office-extended':
      return (
        <>
          <Until {...props} />
          {words('Why?', 'A sentence. Nothing of their health')}
        </>
      )
    default:
      return null
  }
}

/** One step that the reader can take now, as a form of its own. */
export const StepForm = (props: StepFormProps) => {
  const { diversion, kind, fields } = props
  const isMain = leadsOn(kind)
  return (
    <Card title={STEPS[kind]} id={`step-${kind}`} level={3} gap={1}>
      <form method="post" action={`/diversions/${diversion.referralId}/steps`} class="stack gap-1" novalidate>
        <input type="hidden" name="id" value={firstOf(fields, 'id') || newId()} />
        <input type="hidden" name="kind" value={kind} />
        {HINT[kind] && <p class="muted">{HINT[kind]}</p>}
        <Inner {...props} />
        <p>
          <Button kind={isMain ? undefined : 'outline'} icon="check">
            {PRESS[kind] ?? 'Record it'}
          </Button>
        </p>
      </form>
    </Card>
  )
}
