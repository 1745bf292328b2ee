import {
  Alert,
  Button,
  Card,
  DefinitionList,
  ErrorSummary,
  More,
  RadioTiles,
  Section,
  Tag,
  TextArea,
  When,
} from '#design'
import { dayWords } from '#kernel/calendar-day.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { BREACH_KINDS, FACTORS, type Factor } from './breach.ts'
import { AffectedSection } from './breach-affected.page.tsx'
import { NoticesSection } from './breach-notices.page.tsx'
import { FINDING_SENTENCES, peopleWords } from './breach-words.ts'
import type { Breach } from './list-breaches.ts'
import { OfficePage, type OfficeProps } from './privacy-frame.page.tsx'

export type BreachProps = OfficeProps & {
  readonly breach: Breach
  /** Who is on its list. */
  readonly personIds: readonly string[]
  /** Whom the ledger names as told, to make the list from. */
  readonly recipients: readonly { readonly id: string; readonly name: string }[]
  readonly fields: FormFields
  readonly errors: Readonly<Record<string, string>>
  readonly done: string
}

const DONE: Readonly<Record<string, string>> = {
  opened: 'Written down. The clocks run from the day of its discovery.',
  counted: 'Kept.',
  listed: 'The list is kept.',
  assessed: 'The assessment is kept. You can write it anew until the breach is closed.',
  told: 'Written down, for good.',
}

const Assessment = ({ breach, fields, errors, now, zone }: BreachProps) => {
  const factors = Object.entries(FACTORS) as [Factor, (typeof FACTORS)[Factor]][]
  const written = breach.finding && (
    <DefinitionList
      items={[
        ...factors.map(([factor, { label }]) => ({ term: label, value: breach.factors[factor] ?? '' })),
        { term: 'Finding', value: <strong>{FINDING_SENTENCES[breach.finding]}</strong> },
        {
          term: 'Assessed',
          value: breach.assessedAt && (
            <>
              by {breach.assessedBy}, <When at={breach.assessedAt} now={now} zone={zone} as="exact" />
            </>
          ),
        },
      ]}
    />
  )
  return (
    <Section id="assessment" title="Risk assessment">
      <div class="stack gap-3">
        {written}
        {!breach.closedAt && (
          <More
            summary={breach.finding ? 'Write it anew' : 'The four factors of 45 CFR 164.402(2)'}
            open={!breach.finding || hasError(errors, [...Object.keys(FACTORS), 'finding'])}
          >
            <form
              class="stack gap-3"
              method="post"
              action={`/privacy/breaches/${breach.id}/assessment`}
              novalidate
            >
              {factors.map(([factor, { label, hint }]) => (
                <TextArea
                  name={factor}
                  label={label}
                  hint={hint}
                  value={firstOf(fields, factor) || breach.factors[factor] || undefined}
                  error={errors[factor]}
                  maxlength={4000}
                />
              ))}
              <RadioTiles
                name="finding"
                legend="What follows of the four together?"
                options={Object.entries(FINDING_SENTENCES).map(([value, label]) => ({ value, label }))}
                value={firstOf(fields, 'finding') || breach.finding || undefined}
                error={errors.finding}
              />
              <p>
                <Button>Keep the assessment</Button>
              </p>
            </form>
          </More>
        )}
      </div>
    </Section>
  )
}

const hasError = (errors: BreachProps['errors'], names: readonly string[]): boolean =>
  names.some((name) => errors[name] !== undefined)

const Closing = ({ breach, fields, errors, now, zone }: BreachProps) =>
  breach.closedAt ? (
    <Card title="Closed" id="closing">
      <p>{breach.closingNote}</p>
      <p class="muted">
        By {breach.closedBy}, <When at={breach.closedAt} now={now} zone={zone} as="exact" />
      </p>
    </Card>
  ) : (
    <div class="cw-screen-only">
      <Section id="closing" title="Close it">
        <form class="stack" method="post" action={`/privacy/breaches/${breach.id}/close`} novalidate>
          <TextArea
            name="closing"
            label="What was learned, and what is different now"
            hint="It closes once it is assessed and everybody was told who has to be. Nothing changes afterwards."
            value={firstOf(fields, 'closing') || undefined}
            error={errors.closing}
            maxlength={4000}
          />
          <p>
            <Button kind="outline">Close it for good</Button>
          </p>
        </form>
      </Section>
    </div>
  )

/** One breach: what happened, whom it affects, how the risk was judged, who was told, and how it ended. It prints whole. */
export const BreachPage = (props: BreachProps) => {
  const { frame, breach, errors, done, now, zone } = props
  return (
    <OfficePage
      frame={frame}
      current="/privacy/breaches"
      title="A breach"
      over="Breach register (42 CFR 2.16)"
      heading={`${BREACH_KINDS[breach.how]}, ${breach.organization}`}
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {DONE[done] && (
        <Alert kind="success" live>
          <p>{DONE[done]}</p>
        </Alert>
      )}
      <Card
        title="What happened"
        id="what-happened"
        end={breach.finding === 'breach' ? <Tag kind="amber">A breach</Tag> : undefined}
      >
        <p>{breach.what}</p>
        <DefinitionList
          items={[
            { term: 'Discovered', value: dayWords(breach.discoveredOn, 'en') },
            { term: 'People affected', value: peopleWords(breach.affected) },
            {
              term: 'Written down',
              value: (
                <>
                  by {breach.openedBy}, <When at={breach.openedAt} now={now} zone={zone} as="exact" />
                </>
              ),
            },
          ]}
        />
      </Card>
      <AffectedSection {...props} />
      <Assessment {...props} />
      <NoticesSection {...props} />
      <Closing {...props} />
    </OfficePage>
  )
}
