import { Button, Card, Chips, More, SelectField } from '#design'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { nextStatuses, OUTCOMES, STATUSES } from './case.ts'
import type { Errors } from './case-form.ts'
import type { ReadCase } from './read-case.ts'

/** Who follows a case, and how it stands; both change by one form each. */
export const Standing = ({
  read,
  fields,
  errors,
  of,
}: {
  readonly read: ReadCase
  readonly fields: FormFields
  readonly errors: Errors
  readonly of: string | undefined
}) => {
  const { file, managers, caseManager } = read
  return (
    <Card title="How the case stands" id="standing" gap={1}>
      <p>
        {caseManager ? (
          <>
            <b>{caseManager}</b> follows the case.
          </>
        ) : (
          <b>Nobody follows the case yet.</b>
        )}
      </p>
      <More
        summary={file.status === 'closed' ? 'Open it again' : 'Change how it stands'}
        open={of === 'status'}
      >
        <form class="stack gap-1" method="post" action={`/cases/${file.id}/status`} novalidate>
          <Chips
            name="status"
            legend="The case is"
            choose="one"
            options={nextStatuses(file.status).map((value) => ({ value, label: STATUSES[value] }))}
            values={fields.status ?? []}
            error={errors.status}
          />
          {file.status !== 'closed' && (
            <SelectField
              name="outcome"
              label="If it is closed, why?"
              hint="What is still to be done ends with it, and comes back when it is opened again"
              empty="It is not closed"
              options={Object.entries(OUTCOMES).map(([value, label]) => ({ value, label }))}
              value={firstOf(fields, 'outcome') || undefined}
              error={errors.outcome}
            />
          )}
          <p>
            <Button kind="outline" icon="check">
              Save how it stands
            </Button>
          </p>
        </form>
      </More>
      <More summary="Give it to somebody" open={of === 'manager'}>
        <form class="stack gap-1" method="post" action={`/cases/${file.id}/manager`} novalidate>
          <SelectField
            name="manager"
            label="Who follows the case?"
            hint="Their open tasks in it go along"
            empty="Nobody"
            options={managers.map(({ id, name }) => ({ value: id, label: name }))}
            value={file.caseManagerId ?? undefined}
            error={errors.manager}
          />
          <p>
            <Button kind="outline" icon="people">
              Save who follows it
            </Button>
          </p>
        </form>
      </More>
    </Card>
  )
}
