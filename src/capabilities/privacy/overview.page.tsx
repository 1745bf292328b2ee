import { ButtonLink, ClockRow, EmptyState, Glyph, Row, Rows, Section } from '#design'
import type { PrivacyRequest } from '#my-record'
import type { GlassToReview } from '#without-consent'
import { BREACH_KINDS } from './breach.ts'
import { nextNotice } from './breaches.page.tsx'
import type { Breach } from './list-breaches.ts'
import type { UnusualAccess } from './list-unusual-access.ts'
import { OfficePage, type OfficeProps } from './privacy-frame.page.tsx'
import { requestTitle } from './request-words.ts'
import { unusualSentence } from './unusual-words.ts'

export type OverviewProps = OfficeProps & {
  readonly countyName: string
  /** Those not answered yet. */
  readonly requests: readonly PrivacyRequest[]
  /** Those not reviewed yet. */
  readonly glasses: readonly GlassToReview[]
  /** Those not closed yet. */
  readonly breaches: readonly Breach[]
  /** What was not set aside yet. */
  readonly unusual: readonly UnusualAccess[]
  /** Releases that end within 30 days. */
  readonly endingSoon: number
}

/** So much unusual access is shown here; the rest on its own page. */
const SHOWN_UNUSUAL = 4

const waitingOf = ({ requests, glasses, breaches }: OverviewProps) =>
  [
    ...requests.map((request) => ({
      title: requestTitle(request),
      href: `/privacy/requests/${request.id}`,
      act: request.takenBy ? 'Go on' : 'Look',
      startAt: request.askedAt,
      dueAt: request.dueAt,
      more: request.takenBy ? `${request.takenBy.name} has it.` : 'Nobody has it yet.',
    })),
    ...glasses.map((glass) => ({
      title: `Emergency at ${glass.organization}`,
      href: `/privacy/break-glass/${glass.id}`,
      act: 'Review',
      startAt: glass.openedAt,
      dueAt: glass.reviewDueAt,
      more: `Opened by ${glass.member}.`,
    })),
    ...breaches.flatMap((breach) => {
      const next = nextNotice(breach)
      return next
        ? [
            {
              title: `A breach at ${breach.organization}`,
              href: `/privacy/breaches/${breach.id}`,
              act: 'Go on',
              startAt: breach.discoveredAt,
              dueAt: next.dueAt,
              more: `${BREACH_KINDS[breach.how]}. ${breach.finding ? 'Assessed.' : 'Not assessed yet.'}`,
            },
          ]
        : []
    }),
  ].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())

const headline = (waiting: number, late: number): string => {
  if (waiting === 0) return 'Nothing waits for you'
  if (waiting === 1) return late === 0 ? 'One thing waits for you' : 'One thing waits for you, and is late'
  const ofThem = late === 0 ? 'none of them late' : late === 1 ? 'one of them late' : `${late} of them late`
  return `${waiting} things wait for you, ${ofThem}`
}

/** What waits for the privacy office, the most urgent first. */
export const OverviewPage = (props: OverviewProps) => {
  const { frame, now, zone, countyName, unusual, endingSoon } = props
  const waiting = waitingOf(props)
  const late = waiting.filter(({ dueAt }) => dueAt < now).length
  return (
    <OfficePage
      frame={frame}
      current="/privacy"
      title="Privacy office"
      over={`Privacy office, ${countyName}`}
      heading={headline(waiting.length, late)}
      note="People have no names here. What you read is recorded, like everybody’s."
    >
      <Section id="waiting" title="By when you answer">
        {waiting.length === 0 ? (
          <EmptyState icon="check" title="All answered and reviewed">
            People ask from their own page, or at <a href="/complaint">/complaint</a>. What medical personnel
            open in an emergency comes here for review within a business day.
          </EmptyState>
        ) : (
          <Rows label="What waits, the most urgent first" ordered now={late > 0}>
            {waiting.map(({ title, href, act, startAt, dueAt, more }) => (
              <ClockRow
                title={<a href={href}>{title}</a>}
                startAt={startAt}
                dueAt={dueAt}
                now={now}
                zone={zone}
                end={
                  <ButtonLink kind="outline" href={href} hiddenWords={`: ${title}`}>
                    {act}
                  </ButtonLink>
                }
              >
                {more}
              </ClockRow>
            ))}
          </Rows>
        )}
      </Section>
      <Section
        id="unusual"
        title="Unusual access to ask about"
        end={unusual.length > SHOWN_UNUSUAL && <a href="/privacy/access">All {unusual.length}</a>}
      >
        {unusual.length === 0 ? (
          <EmptyState icon="eye" title="Nothing unusual in five weeks">
            By three rules, which you can read at <a href="/privacy/access">Unusual access</a>.
          </EmptyState>
        ) : (
          <Rows>
            {unusual.slice(0, SHOWN_UNUSUAL).map((one) => (
              <Row
                mark={<Glyph name="eye" kind="amber" />}
                title={`${one.member}, ${one.organization}`}
                end={
                  <ButtonLink kind="outline" href="/privacy/access" hiddenWords={`: ${one.member}`}>
                    Look
                  </ButtonLink>
                }
              >
                <p>{unusualSentence(one, { now, zone })}</p>
              </Row>
            ))}
          </Rows>
        )}
      </Section>
      <Section id="books" title="The books">
        <Rows>
          <Row mark={<Glyph name="file" />} title={<a href="/privacy/releases">Releases</a>}>
            <p>
              {endingSoon === 0 ? (
                'None ends within 30 days.'
              ) : (
                <a href="/privacy/releases?state=ends-soon">
                  {endingSoon === 1 ? 'One ends' : `${endingSoon} end`} within 30 days
                </a>
              )}
            </p>
          </Row>
          <Row mark={<Glyph name="list" />} title={<a href="/privacy/ledger">Ledger</a>}>
            <p>Who was told what, when, on which ground, and how.</p>
          </Row>
        </Rows>
      </Section>
    </OfficePage>
  )
}
