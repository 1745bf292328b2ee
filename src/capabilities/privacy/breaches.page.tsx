import {
  Alert,
  Button,
  ButtonLink,
  ClockRow,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  RadioTiles,
  Rows,
  Section,
  SelectField,
  Tag,
  TextArea,
  When,
} from '#design'
import { dayWords } from '#kernel/calendar-day.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { BREACH_KINDS } from './breach.ts'
import { peopleWords, TOLD_WORDS } from './breach-words.ts'
import { choicesOf, organizationChoices } from './filter-form.page.tsx'
import type { Breach } from './list-breaches.ts'
import { OfficePage, type OfficeProps } from './privacy-frame.page.tsx'

export type BreachesProps = OfficeProps & {
  readonly breaches: readonly Breach[]
  readonly justClosed: boolean
}

const headline = (open: number): string => {
  if (open === 0) return 'No breach is open'
  return open === 1 ? 'One breach is open' : `${open} breaches are open`
}

/** The first notice of a breach that is still owed. */
export const nextNotice = ({ notices }: Breach) =>
  notices.filter(({ done }) => !done).toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())[0]

const OpenRow = ({ breach, now, zone }: { breach: Breach; now: Date; zone: string }) => {
  const next = nextNotice(breach)
  const title = `${BREACH_KINDS[breach.how]}, ${breach.organization}`
  const end = (
    <ButtonLink kind="outline" href={`/privacy/breaches/${breach.id}`} hiddenWords={`: ${title}`}>
      Go on
    </ButtonLink>
  )
  const dueAt = next?.dueAt ?? breach.discoveredAt
  const doneAt = next ? undefined : breach.discoveredAt
  return (
    <ClockRow
      title={title}
      startAt={breach.discoveredAt}
      dueAt={dueAt}
      doneAt={doneAt}
      {...{ now, zone, end }}
    >
      {next ? `${TOLD_WORDS[next.told].title} by then. ` : 'Nobody is left to be told. '}
      {peopleWords(breach.affected)}.
    </ClockRow>
  )
}

/** The county's breach register: the open ones with their clocks, and those that are closed. */
export const BreachesPage = ({ frame, now, zone, breaches, justClosed }: BreachesProps) => {
  const open = breaches.filter(({ closedAt }) => !closedAt)
  const closed = breaches.filter(({ closedAt }) => closedAt)
  return (
    <OfficePage
      frame={frame}
      current="/privacy/breaches"
      title="Breaches"
      over="Breach register (42 CFR 2.16)"
      heading={headline(open.length)}
      end={
        <ButtonLink icon="plus" href="/privacy/breaches/new">
          Write one down
        </ButtonLink>
      }
    >
      {justClosed && (
        <Alert kind="success" live>
          <b>Closed.</b> It stands below for good.
        </Alert>
      )}
      {open.length > 0 && (
        <Section id="open" title="Open">
          <Rows ordered label="What is due first">
            {open.map((breach) => (
              <OpenRow breach={breach} now={now} zone={zone} />
            ))}
          </Rows>
        </Section>
      )}
      <Section id="closed" title="Closed">
        {closed.length === 0 ? (
          <EmptyState icon="shield" title="None closed yet">
            Write down whatever reached somebody it should not have, small or large: the four factors then say
            whether anybody has to be told.
          </EmptyState>
        ) : (
          <div class="cw-card flush">
            <DataTable
              id="closed-breaches"
              caption="Closed breaches"
              hideCaption
              rows={closed}
              columns={[
                {
                  title: 'Discovered',
                  cell: (one) => (
                    <a href={`/privacy/breaches/${one.id}`}>{dayWords(one.discoveredOn, 'en')}</a>
                  ),
                },
                { title: 'What', cell: (one) => `${BREACH_KINDS[one.how]}, ${one.organization}` },
                { title: 'People', cell: (one) => peopleWords(one.affected) },
                {
                  title: 'Finding',
                  cell: (one) =>
                    one.finding === 'breach' ? <Tag kind="amber">A breach</Tag> : 'Low probability',
                },
                {
                  title: 'Closed',
                  cell: (one) => one.closedAt && <When at={one.closedAt} now={now} zone={zone} as="day" />,
                },
              ]}
            />
          </div>
        )}
      </Section>
    </OfficePage>
  )
}

export type NewBreachProps = OfficeProps & {
  readonly id: string
  readonly organizations: readonly { readonly id: string; readonly name: string }[]
  readonly fields: FormFields
  readonly errors: Readonly<Record<string, string>>
}

/** Writes a breach down: the clocks run from the day of its discovery. */
export const NewBreachPage = ({ frame, id, organizations, fields, errors }: NewBreachProps) => (
  <OfficePage
    frame={frame}
    current="/privacy/breaches"
    title="Write down a breach"
    over="Breach register"
    heading="What reached whom it should not have?"
    note="Until four factors show otherwise it counts as a breach. You assess it on the next page."
    hasErrors={Object.keys(errors).length > 0}
  >
    <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
    <form class="stack gap-3" method="post" action="/privacy/breaches" novalidate>
      <input type="hidden" name="id" value={id} />
      <SelectField
        name="organization"
        label="Whose records"
        options={organizationChoices(organizations)}
        value={firstOf(fields, 'organization')}
        error={errors.organization}
      />
      <DateField
        name="discovered"
        legend="Discovered on"
        hint="The first day on which anybody who works there knew, or could have known. The clocks run from it."
        value={typedDay(fields, 'discovered')}
        error={errors.discovered}
      />
      <RadioTiles
        name="how"
        legend="How it happened"
        options={choicesOf(BREACH_KINDS)}
        value={firstOf(fields, 'how') || undefined}
        error={errors.how}
      />
      <TextArea
        name="what"
        label="What happened"
        hint="When, which records, whom they reached. Nobody’s name who was helped"
        value={firstOf(fields, 'what') || undefined}
        error={errors.what}
        rows={5}
        maxlength={4000}
      />
      <p>
        <Button big>Write it down</Button>
      </p>
    </form>
  </OfficePage>
)

/** The three parts of a day as they were typed. */
export const typedDay = (fields: FormFields, name: string) => ({
  month: firstOf(fields, `${name}-month`),
  day: firstOf(fields, `${name}-day`),
  year: firstOf(fields, `${name}-year`),
})
