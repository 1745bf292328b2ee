import {
  Alert,
  Button,
  ButtonLink,
  Card,
  ClockRow,
  DataTable,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Pagination,
  RadioTiles,
  Rows,
  Section,
  TextArea,
  When,
} from '#design'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { GlassToReview } from '#without-consent'
import { classWords } from './class-words.ts'
import type { PageOf } from './page-of.ts'
import { OfficePage, type OfficeProps } from './privacy-frame.page.tsx'

export const FINDING_WORDS = {
  justified: 'It was an emergency',
  'not-justified': 'It was not justified',
} as const

export type EmergenciesProps = OfficeProps & {
  readonly waiting: readonly GlassToReview[]
  readonly reviewed: PageOf<GlassToReview>
  readonly justReviewed: boolean
}

const headline = (waiting: number): string => {
  if (waiting === 0) return 'Every emergency is reviewed'
  return waiting === 1 ? 'One emergency to review' : `${waiting} emergencies to review`
}

/** What medical personnel opened when nobody could be asked: what waits for its review, and what was found. */
export const EmergenciesPage = ({ frame, now, zone, waiting, reviewed, justReviewed }: EmergenciesProps) => (
  <OfficePage
    frame={frame}
    current="/privacy/break-glass"
    title="Emergencies"
    over="Opened in a medical emergency (42 CFR 2.51)"
    heading={headline(waiting.length)}
  >
    {justReviewed && (
      <Alert kind="success" live>
        <b>Kept.</b> It stands below for good.
      </Alert>
    )}
    {waiting.length > 0 && (
      <Section id="waiting" title="To review">
        <Rows ordered label="The most urgent first">
          {waiting.map((glass) => (
            <ClockRow
              title={`${glass.member}, ${glass.organization}`}
              startAt={glass.openedAt}
              dueAt={glass.reviewDueAt}
              now={now}
              zone={zone}
              end={
                <ButtonLink href={`/privacy/break-glass/${glass.id}`} hiddenWords={`, ${glass.organization}`}>
                  Review
                </ButtonLink>
              }
            >
              {glass.emergency}
            </ClockRow>
          ))}
        </Rows>
      </Section>
    )}
    <Section id="reviewed" title="Reviewed">
      {reviewed.items.length === 0 ? (
        <EmptyState icon="shield" title="Nothing reviewed yet">
          When medical personnel open in an emergency which places know somebody, it is written down first and
          comes here for review within a business day.
        </EmptyState>
      ) : (
        <div class="cw-card flush">
          <DataTable
            id="reviewed"
            caption="Reviewed emergencies"
            hideCaption
            rows={reviewed.items}
            columns={[
              {
                title: 'Opened',
                cell: (glass) => (
                  <a href={`/privacy/break-glass/${glass.id}`}>
                    <When at={glass.openedAt} now={now} zone={zone} capital />
                  </a>
                ),
              },
              { title: 'By', cell: (glass) => `${glass.member}, ${glass.organization}` },
              { title: 'Found', cell: (glass) => glass.finding && FINDING_WORDS[glass.finding] },
              { title: 'Note', cell: (glass) => glass.reviewNote },
              {
                title: 'Reviewed',
                cell: (glass) =>
                  glass.reviewedAt && <When at={glass.reviewedAt} now={now} zone={zone} capital />,
              },
            ]}
          />
        </div>
      )}
      <Pagination
        {...reviewed}
        href={(page) => `/privacy/break-glass?page=${page}`}
        label="Pages of reviews"
      />
    </Section>
  </OfficePage>
)

export type EmergencyProps = OfficeProps & {
  readonly glass: GlassToReview
  readonly fields: FormFields
  readonly errors: Readonly<Record<string, string>>
}

/** One emergency: what was written down, and what the privacy officer finds. Without the person's name: wall, rule 8. */
export const EmergencyPage = ({ frame, now, zone, glass, fields, errors }: EmergencyProps) => (
  <OfficePage
    frame={frame}
    current="/privacy/break-glass"
    title="Review an emergency"
    over={
      <>
        Opened <When at={glass.openedAt} now={now} zone={zone} as="exact" />
      </>
    }
    heading={`Emergency at ${glass.organization}`}
    hasErrors={Object.keys(errors).length > 0}
  >
    <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
    <Card title="What was written down" id="written">
      <DefinitionList
        items={[
          { term: 'Emergency', value: glass.emergency },
          { term: 'Opened by', value: `${glass.member}, ${glass.organization}` },
          { term: 'Received by', value: `${glass.recipientName}, ${glass.recipientFacility}` },
          { term: 'Disclosed by', value: glass.discloserName },
          { term: 'Asked for', value: classWords(glass.dataClasses) },
          { term: 'Open until', value: <When at={glass.openUntil} now={now} zone={zone} as="exact" /> },
        ]}
      />
      <p class="muted">
        The name of the person is not shown: you do not need it to judge. What was shown to whom is in the{' '}
        <a href="/privacy/ledger?basis=emergency">ledger</a>.
      </p>
    </Card>
    {glass.reviewedAt && glass.finding ? (
      <Card title="What was found" id="found">
        <p>
          <strong>{FINDING_WORDS[glass.finding]}</strong>
        </p>
        {glass.reviewNote && <p>{glass.reviewNote}</p>}
        {glass.finding === 'not-justified' && (
          <p class="cw-screen-only">
            <a href="/privacy/breaches/new">Write it down as a breach</a>
          </p>
        )}
        <p class="muted">
          Reviewed <When at={glass.reviewedAt} now={now} zone={zone} as="exact" />
        </p>
      </Card>
    ) : (
      <form class="stack gap-3" method="post" action={`/privacy/break-glass/${glass.id}`} novalidate>
        <RadioTiles
          name="finding"
          legend="What do you find?"
          options={[
            {
              value: 'justified',
              label: FINDING_WORDS.justified,
              hint: 'Life or health was in danger, and the person could not be asked.',
            },
            {
              value: 'not-justified',
              label: FINDING_WORDS['not-justified'],
              hint: 'Whether the person has to be told of a breach is your next question (42 CFR 2.16).',
            },
          ]}
          value={firstOf(fields, 'finding') || undefined}
          error={errors.finding}
        />
        <TextArea
          name="note"
          label="What you did to find out"
          hint="Such as “Called the nurse on duty.” Nobody’s name who was helped"
          value={firstOf(fields, 'note') || undefined}
          error={errors.note}
          maxlength={2000}
        />
        <p>
          <Button big>Keep this for good</Button>
        </p>
      </form>
    )}
  </OfficePage>
)
