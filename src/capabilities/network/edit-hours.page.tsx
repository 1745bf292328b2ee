import { Button, Card, Chips, ErrorSummary, Page, PageHeading, SendBar, WeekField } from '#design'
import type { Frame } from '#identity'
import { ChangedMeanwhile } from './changed-meanwhile.page.tsx'
import type { Listing } from './get-service.ts'
import type { TypedDay } from './read-week-form.ts'

export type EditHoursProps = {
  readonly frame: Frame
  readonly place: Pick<Listing, 'serviceId' | 'providerName'>
  readonly week: readonly TypedDay[]
  readonly intake: readonly TypedDay[]
  /** `same`: somebody new is taken in whenever it is open; `own`: at hours of its own. */
  readonly intakeIs: 'same' | 'own'
  /** False: nobody knows the hours. */
  readonly isKnown: boolean
  readonly id: string
  readonly seenAt: string
  readonly isStale?: boolean | undefined
}

const errorsOf = (name: string, week: readonly TypedDay[]) =>
  week.flatMap(({ error }, index) =>
    error === undefined ? [] : [{ field: `${name}-${index + 1}`, message: error }],
  )

/** The week on a grid: type Monday, copy it to the other days, change what differs. */
export const EditHoursPage = (props: EditHoursProps) => {
  const { frame, place, week, intake, intakeIs, isKnown, id, seenAt, isStale } = props
  const wrong = [...errorsOf('hours', week), ...(intakeIs === 'own' ? errorsOf('intake', intake) : [])]
  return (
    <Page {...frame} title="Change the hours" hasErrors={wrong.length > 0} form>
      <PageHeading
        over={<a href={`/places/${place.serviceId}`}>{place.providerName}</a>}
        title="Change the hours"
        note="By the clock of the place. An end before its beginning is on the next day."
      />
      {wrong.length > 0 && <ErrorSummary errors={wrong} />}
      <form method="post" action={`/places/${place.serviceId}/hours`} class="stack gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seenAt" value={seenAt} />
        {isStale && <ChangedMeanwhile serviceId={place.serviceId} />}
        <Card title="Open" id="open">
          <Chips
            name="known"
            legend="Do you know the hours?"
            choose="one"
            values={[isKnown ? 'yes' : 'no']}
            options={[
              { value: 'yes', label: 'Yes, these' },
              { value: 'no', label: 'Not known' },
            ]}
          />
          <WeekField
            name="hours"
            legend="The door is open"
            hint="Leave a day empty when the door stays shut"
            days={week}
            copies={[
              { value: 'hours:weekdays', label: 'Monday to Friday' },
              { value: 'hours:week', label: 'The whole week' },
            ]}
          />
        </Card>
        <Card title="Intake" id="intake-card">
          <Chips
            name="intakeIs"
            legend="When is somebody new taken in?"
            choose="one"
            values={[intakeIs]}
            options={[
              { value: 'same', label: 'Whenever it is open' },
              { value: 'own', label: 'At these hours' },
            ]}
          />
          <WeekField
            name="intake"
            legend="Somebody new is taken in"
            hint="Counts only if you chose “At these hours”"
            days={intake}
            copies={[
              { value: 'intake:weekdays', label: 'Monday to Friday' },
              { value: 'intake:week', label: 'The whole week' },
            ]}
          />
        </Card>
        <SendBar>
          <Button big wide>
            Save
          </Button>
        </SendBar>
      </form>
    </Page>
  )
}
