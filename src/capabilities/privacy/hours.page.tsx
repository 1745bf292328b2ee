import { Alert, Button, Card, Chips, EmptyState, ErrorSummary, TimeField } from '#design'
import type { Hours } from '#kernel/hours.ts'
import { OfficePage, type OfficeProps } from './privacy-frame.page.tsx'

export type HoursProps = OfficeProps & {
  readonly organizations: readonly {
    readonly id: string
    readonly name: string
    readonly hours: Hours | undefined
  }[]
  readonly justSet: boolean
  readonly refused: { readonly id: string; readonly typed: TypedHours; readonly error: string } | undefined
}

/** Hours as they are typed: one span for the days that were chosen. */
export type TypedHours = { readonly days: readonly string[]; readonly opens: string; readonly closes: string }

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label, index) => ({
  value: `${index + 1}`,
  label,
}))

const typedOf = (hours: Hours | undefined): TypedHours => {
  const [span] = hours ?? []
  return { days: span?.days.map(String) ?? [], opens: span?.opens ?? '', closes: span?.closes ?? '' }
}

const OrganizationHours = ({
  organization,
  refused,
}: {
  organization: HoursProps['organizations'][number]
  refused: HoursProps['refused']
}) => {
  const { id, name, hours } = organization
  const isRefused = refused?.id === id
  const typed = isRefused ? refused.typed : typedOf(hours)
  return (
    <Card title={name} id={`hours-${id}`} end={<span class="muted">{hours ? 'Set' : 'At any hour'}</span>}>
      <form class="stack" method="post" action="/privacy/access/hours" novalidate>
        <input type="hidden" name="organization" value={id} />
        <Chips
          id={`days-${id}`}
          name="days"
          legend="Days"
          choose="any"
          options={DAYS}
          values={[...typed.days]}
          error={isRefused ? refused.error : undefined}
        />
        <div class="grid narrow-cells">
          <div>
            <TimeField id={`opens-${id}`} name="opens" label="From" value={typed.opens} />
          </div>
          <div>
            <TimeField id={`closes-${id}`} name="closes" label="To" value={typed.closes} />
          </div>
        </div>
        <p>
          <Button kind="outline" hiddenWords={`, ${name}`}>
            Keep these hours
          </Button>{' '}
          {hours && (
            <Button kind="plain" name="clear" value="yes" hiddenWords={`, ${name}`}>
              They work at any hour
            </Button>
          )}
        </p>
      </form>
    </Card>
  )
}

/** When organizations work, for the rule on looks outside of it. */
export const HoursPage = ({ frame, organizations, justSet, refused }: HoursProps) => (
  <OfficePage
    frame={frame}
    current="/privacy/access"
    title="Working hours"
    over="Unusual access"
    heading="When organizations work"
    note="Looks more than half an hour outside these hours are shown to you. Leave an organization without hours when it works around the clock."
    hasErrors={refused !== undefined}
  >
    <ErrorSummary errors={refused ? [{ field: `days-${refused.id}`, message: refused.error }] : []} />
    {justSet && (
      <Alert kind="success" live>
        <b>Kept.</b> The last five weeks are judged by it anew, within a few minutes.
      </Alert>
    )}
    {organizations.length === 0 ? (
      <EmptyState icon="clock" title="Nobody has looked yet" level={2}>
        An organization comes here when its members look at what another one holds.
      </EmptyState>
    ) : (
      <div class="grid">
        {organizations.map((organization) => (
          <OrganizationHours organization={organization} refused={refused} />
        ))}
      </div>
    )}
    <p>
      <a href="/privacy/access">Back to unusual access</a>
    </p>
  </OfficePage>
)
