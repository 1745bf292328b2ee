import {
  ButtonLink,
  ChipLinks,
  ClockRow,
  DataTable,
  EmptyState,
  Pagination,
  Rows,
  Section,
  When,
} from '#design'
import type { PrivacyRequest, PrivacyRequestKind } from '#my-record'
import type { PageOf } from './page-of.ts'
import { OfficePage, type OfficeProps } from './privacy-frame.page.tsx'
import { KIND_WORDS, OUTCOME_WORDS, requestTitle } from './request-words.ts'

export type RequestsProps = OfficeProps & {
  readonly kind: PrivacyRequestKind | ''
  readonly waiting: readonly PrivacyRequest[]
  readonly answered: PageOf<PrivacyRequest>
}

const PLURALS: Readonly<Record<PrivacyRequestKind, string>> = {
  accounting: 'Accountings',
  restriction: 'Restrictions',
  complaint: 'Complaints',
}

const headline = (waiting: number): string => {
  if (waiting === 0) return 'Every request is answered'
  return waiting === 1 ? 'One request to answer' : `${waiting} requests to answer`
}

const about = ({ about }: PrivacyRequest): string => (about ? `About ${about.name}. ` : '')

const address = (kind: PrivacyRequestKind | '', page?: number): string => {
  const query = new URLSearchParams({ ...(kind ? { kind } : {}), ...(page ? { page: `${page}` } : {}) })
  return query.size > 0 ? `/privacy/requests?${query}` : '/privacy/requests'
}

/** What people asked of the office, what is due first on top, and what was answered. */
export const RequestsPage = ({ frame, now, zone, kind, waiting, answered }: RequestsProps) => (
  <OfficePage
    frame={frame}
    current="/privacy/requests"
    title="Requests"
    over="What people ask of the office"
    heading={headline(waiting.length)}
  >
    <ChipLinks
      label="What is asked"
      links={[
        { href: address(''), label: 'All', current: kind === '' },
        ...Object.entries(PLURALS).map(([value, label]) => ({
          href: address(value as PrivacyRequestKind),
          label,
          current: value === kind,
        })),
      ]}
    />
    {waiting.length > 0 && (
      <Section id="waiting" title="To answer">
        <Rows ordered label="What is due first">
          {waiting.map((request) => (
            <ClockRow
              title={requestTitle(request)}
              startAt={request.askedAt}
              dueAt={request.dueAt}
              now={now}
              zone={zone}
              end={
                <ButtonLink
                  kind="outline"
                  href={`/privacy/requests/${request.id}`}
                  hiddenWords={`: ${requestTitle(request)}`}
                >
                  {request.takenBy ? 'Go on' : 'Look'}
                </ButtonLink>
              }
            >
              {about(request)}
              {request.takenBy ? `${request.takenBy.name} has it.` : 'Nobody has it yet.'}
            </ClockRow>
          ))}
        </Rows>
      </Section>
    )}
    <Section id="answered" title="Answered">
      {answered.items.length === 0 ? (
        <EmptyState icon="chat" title="Nothing answered yet">
          People ask for their accounting or a restriction on their own page, and anybody can complain at{' '}
          <a href="/complaint">/complaint</a>. They read your answer where they asked.
        </EmptyState>
      ) : (
        <div class="cw-card flush">
          <DataTable
            id="answered"
            caption="Answered requests"
            hideCaption
            rows={answered.items}
            columns={[
              {
                title: 'What',
                cell: (request) => (
                  <a href={`/privacy/requests/${request.id}`}>{KIND_WORDS[request.kind].title}</a>
                ),
              },
              {
                title: 'Asked',
                cell: (request) => <When at={request.askedAt} now={now} zone={zone} as="day" />,
              },
              {
                title: 'Answered',
                cell: (request) =>
                  request.answeredAt && (
                    <>
                      <When at={request.answeredAt} now={now} zone={zone} as="day" />
                      {request.answeredAt > request.dueAt && ', late'}
                    </>
                  ),
              },
              { title: 'Outcome', cell: (request) => request.outcome && OUTCOME_WORDS[request.outcome] },
            ]}
          />
        </div>
      )}
      <Pagination {...answered} href={(page) => address(kind, page)} label="Pages of answers" />
    </Section>
  </OfficePage>
)
