import {
  Alert,
  Button,
  Card,
  ChoiceGrid,
  DateField,
  ErrorSummary,
  Page,
  PageHeading,
  Row,
  Rows,
  State,
  TextField,
  type TypedDate,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { DAYS, PARTS } from './roster.ts'

export type RosterProps = {
  readonly frame: Frame
  readonly own: {
    readonly phone: string
    readonly hours: readonly string[]
    readonly away: TypedDate | undefined
  }
  readonly isOnIt: boolean
  readonly list: readonly {
    readonly memberId: string
    readonly name: string
    readonly isAvailable: boolean
    readonly isOwn: boolean
  }[]
  /** Whether the reader says who is called first. */
  readonly orders: boolean
  readonly joins: boolean
  readonly programName: string
  readonly errors?: Readonly<Record<string, string>>
  readonly saved?: boolean
}

const OwnCard = ({ own, isOnIt, errors = {} }: RosterProps) => (
  <Card title="When you can be called" id="own">
    <form method="post" action="/visits/roster" class="stack" novalidate>
      <TextField
        name="phone"
        label="Your phone"
        type="tel"
        value={own.phone || undefined}
        error={errors.phone}
        maxlength={40}
        autocomplete="tel"
      />
      <ChoiceGrid
        id="hours"
        caption="Tick the times at which a station may call you"
        columns={Object.entries(PARTS).map(([value, label]) => ({ value, label }))}
        rows={DAYS.map((label, index) => ({
          name: `day-${index + 1}`,
          label,
          values: own.hours.flatMap((one) => (one.startsWith(`${index + 1}-`) ? [one.slice(2)] : [])),
        }))}
      />
      <DateField
        name="away"
        legend="Away until (if you are)"
        hint="Nobody calls you through that day"
        value={own.away}
        error={errors.away}
      />
      <p class="flow">
        <Button icon="check">{isOnIt ? 'Save' : 'Join the roster'}</Button>
        {isOnIt && (
          <Button kind="outline" name="leave" value="yes">
            Leave the roster
          </Button>
        )}
      </p>
    </form>
  </Card>
)

/** When an angel can be called, and in which order their program is. */
export const RosterPage = (props: RosterProps) => {
  const { frame, list, orders, joins, programName, errors = {}, saved } = props
  return (
    <Page {...frame} title="Roster" hasErrors={Object.keys(errors).length > 0}>
      <PageHeading
        over={<a href="/visits">Visits</a>}
        title="Who can be called to a station"
        note="Stations call from the top: first whoever can be called at that hour."
      />
      <div class="cw-cols">
        <div class="stack gap-3">
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          {saved && (
            <Alert kind="success" live>
              <p>Saved. Stations see it at once.</p>
            </Alert>
          )}
          {joins && <OwnCard {...props} />}
        </div>
        <div class="stack gap-3">
          <Card title={`The list of ${programName}`} id="list">
            {list.length === 0 ? (
              <p class="muted">Nobody yet.</p>
            ) : (
              <Rows ordered plain bare label="Call list">
                {list.map(({ memberId, name, isAvailable, isOwn }, index) => (
                  <Row
                    title={`${name}${isOwn ? ' (you)' : ''}`}
                    end={
                      orders &&
                      index > 0 && (
                        <form method="post" action={`/visits/roster/${memberId}/sooner`}>
                          <Button kind="outline" hiddenWords={` ${name}`}>
                            Call sooner
                          </Button>
                        </form>
                      )
                    }
                  >
                    <p>
                      <State is={isAvailable ? 'open' : 'shut'}>
                        {isAvailable ? 'Can be called now' : 'Not at this hour'}
                      </State>
                    </p>
                  </Row>
                ))}
              </Rows>
            )}
          </Card>
          <WhoCanSee can={['Your program', 'Stations of your county']}>
            <b>Stations see your name, your phone and whether you can be called now.</b>
          </WhoCanSee>
        </div>
      </div>
    </Page>
  )
}
