import {
  Button,
  Card,
  Chips,
  DateField,
  EmptyState,
  ErrorSummary,
  Page,
  PageHeading,
  Row,
  Rows,
  TextField,
  type TypedDate,
} from '#design'
import type { Frame } from '#identity'
import { newId } from '#kernel/ids.ts'
import type { Listing } from './get-service.ts'
import type { ClosedDays } from './keeping.store.ts'
import { closureWords } from './place-hours.page.tsx'
import { HOLIDAYS } from './profile.ts'

export type ClosedDaysProps = {
  readonly frame: Frame
  readonly place: Pick<Listing, 'serviceId' | 'providerName' | 'holidays'>
  /** What lies ahead, the first first. */
  readonly closures: readonly ClosedDays[]
  readonly now: Date
  readonly typed?: { readonly from: TypedDate; readonly until: TypedDate; readonly note: string } | undefined
  readonly errors?: Readonly<Record<string, string>> | undefined
}

/** Days on which the place is shut though its hours say otherwise, and what it does on federal holidays. */
export const ClosedDaysPage = ({ frame, place, closures, now, typed, errors = {} }: ClosedDaysProps) => {
  const action = `/places/${place.serviceId}/closed-days`
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Page {...frame} title="Closed days" hasErrors={wrong.length > 0} narrow>
      <PageHeading
        over={<a href={`/places/${place.serviceId}`}>{place.providerName}</a>}
        title="Closed days and holidays"
      />
      {wrong.length > 0 && <ErrorSummary errors={wrong} />}
      <div class="stack gap-3">
        <Card title="Closed ahead" id="ahead">
          {closures.length === 0 ? (
            <EmptyState icon="calendar" title="No closed days ahead">
              Add a day or a week below: a retreat, a move, a snow day.
            </EmptyState>
          ) : (
            <Rows bare plain>
              {closures.map((one) => (
                <Row
                  title={closureWords(one, now)}
                  end={
                    <form method="post" action={action}>
                      <input type="hidden" name="id" value={newId()} />
                      <Button
                        kind="outline"
                        name="open"
                        value={one.id}
                        hiddenWords={`: ${closureWords(one, now)}`}
                      >
                        Open after all
                      </Button>
                    </form>
                  }
                />
              ))}
            </Rows>
          )}
        </Card>
        <form method="post" action={action}>
          <Card title="Close on" id="close-on">
            <input type="hidden" name="id" value={newId()} />
            <DateField name="from" legend="First day" value={typed?.from} error={errors.from} />
            <DateField
              name="until"
              legend="Last day"
              hint="The same if it is one day"
              optional
              value={typed?.until}
              error={errors.until}
            />
            <TextField
              name="note"
              label="Why"
              hint="Everybody reads it: “Staff retreat”"
              maxlength={100}
              optional
              value={typed?.note}
              error={errors.note}
              autocomplete="off"
            />
            <p>
              <Button icon="plus" name="do" value="close">
                Close on these days
              </Button>
            </p>
          </Card>
        </form>
        <form method="post" action={action}>
          <Card title="Federal holidays" id="holidays-card">
            <input type="hidden" name="id" value={newId()} />
            <Chips
              name="holidays"
              legend="On federal holidays the place is"
              choose="one"
              values={[place.holidays]}
              options={Object.entries(HOLIDAYS).map(([value, label]) => ({ value, label }))}
            />
            <p>
              <Button kind="outline" name="do" value="holidays">
                Save
              </Button>
            </p>
          </Card>
        </form>
      </div>
    </Page>
  )
}
