import { Button, DateField, SelectField, TextField, TimeField } from '#design'
import { dayAt } from '#kernel/calendar-day.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { TASK_KINDS } from './case.ts'
import type { Errors } from './case-form.ts'

/** Something to do by a time: today unless somebody says another day. */
export const TaskForm = ({
  caseId,
  newId,
  managers,
  memberId,
  now,
  zone,
  fields,
  errors,
}: {
  readonly caseId: string
  readonly newId: string
  readonly managers: readonly { readonly id: string; readonly name: string }[]
  readonly memberId: string
  readonly now: Date
  readonly zone: string
  readonly fields: FormFields
  readonly errors: Errors
}) => {
  const [year = '', month = '', day = ''] = dayAt(now, zone).split('-')
  const typed = (part: string, usual: string) =>
    fields[`due-${part}`] ? firstOf(fields, `due-${part}`) : String(Number(usual))
  return (
    <form class="stack gap-2" method="post" action={`/cases/${caseId}/tasks`} novalidate autocomplete="off">
      <input type="hidden" name="id" value={firstOf(fields, 'id') || newId} />
      <TextField
        name="title"
        label="What is to be done?"
        maxlength={200}
        autocomplete="off"
        value={firstOf(fields, 'title') || undefined}
        error={errors.title}
      />
      <SelectField
        name="kind"
        label="What is it?"
        empty={false}
        options={Object.entries(TASK_KINDS).map(([value, label]) => ({ value, label }))}
        value={firstOf(fields, 'kind') || 'task'}
        error={errors.kind}
      />
      <DateField
        name="due"
        legend="By which day?"
        value={{ year: typed('year', year), month: typed('month', month), day: typed('day', day) }}
        error={errors.due}
      />
      <TimeField
        name="time"
        label="By what time?"
        value={firstOf(fields, 'time') || '17:00'}
        error={errors.time}
      />
      <SelectField
        name="assigned"
        label="Who does it?"
        empty="Whoever comes first"
        options={managers.map(({ id, name }) => ({
          value: id,
          label: id === memberId ? `You, ${name}` : name,
        }))}
        value={fields.assigned ? firstOf(fields, 'assigned') : memberId}
      />
      <p>
        <Button icon="plus" kind="outline">
          Add it
        </Button>
      </p>
    </form>
  )
}
