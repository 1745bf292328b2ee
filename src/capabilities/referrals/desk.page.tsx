import type { Child } from 'hono/jsx'
import {
  Alert,
  Button,
  ButtonLink,
  Clock,
  calendarDay,
  DefinitionList,
  EmptyState,
  Glyph,
  Page,
  PageHeading,
  Row,
  Rows,
  Section,
  When,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { AnswerForm } from './answer-form.page.tsx'
import type { ReferralLine } from './list-referrals.ts'
import { calledOf, contactWords, needWords, payerWords } from './referral-words.ts'

export type DeskProps = {
  readonly frame: Frame
  readonly organizationName: string
  readonly lines: readonly ReferralLine[]
  /** False while a Part 2 program has no service agreement in force. */
  readonly mayReceive: boolean
  readonly now: Date
  readonly zone: string
  /** What the organization says of its capacity, with what changes it; undefined where it has no service. */
  readonly room?: Child
}

const headline = (waiting: number): string =>
  waiting === 0
    ? 'Nobody is waiting for your answer'
    : waiting === 1
      ? '1 person is waiting for your answer'
      : `${waiting} people are waiting for your answer`

/** What a place may know before it answers: what helps, how it is paid for, and who asks. No name. */
export const IncomingFacts = ({ line }: { line: ReferralLine }) => (
  <DefinitionList
    items={[
      { term: 'Needs', value: needWords(line.needs) },
      { term: 'Payer', value: payerWords(line.payer) },
      { term: 'Contact', value: line.agreesToContact ? 'Agreed' : contactWords(undefined) },
      {
        term: 'Name',
        value: line.agreesToContact ? 'You see it when you accept' : 'They tell you themselves',
      },
      {
        term: 'From',
        value: (
          <>
            {line.from}
            {line.fromPhone && (
              <>
                , <a href={`tel:${line.fromPhone}`}>{line.fromPhone}</a>
              </>
            )}
          </>
        ),
      },
    ]}
  />
)

/** An intake desk: who waits for an answer, with its clock, and who is on the way. */
export const DeskPage = ({ frame, organizationName, lines, mayReceive, now, zone, room }: DeskProps) => {
  const waiting = lines.filter(({ answer }) => answer === undefined)
  const coming = lines.filter(({ answer, steps }) => answer !== undefined && !steps.includes('arrived'))
  const arrived = lines.filter(({ steps }) => steps.includes('arrived'))
  return (
    <Page {...frame} title="Incoming">
      <PageHeading
        title={headline(waiting.length)}
        over={<When at={now} now={now} zone={zone} as="exact" />}
      />
      <div class="cw-cols">
        <div class="stack gap-3">
          {!mayReceive && (
            <Alert
              kind="warning"
              action={
                <ButtonLink kind="outline" href="/agreements">
                  Agreements
                </ButtonLink>
              }
            >
              <p>
                <b>No new referral can be sent to you.</b> Your service agreement (42 CFR Part 2) is missing
                or over. An administrator or manager of {organizationName} signs it. What you have stays.
              </p>
            </Alert>
          )}
          {waiting.length === 0 && (
            <EmptyState icon="check" title="All answered" level={2}>
              When somebody is referred to you, they show here with the time that is left to answer.
            </EmptyState>
          )}
          <ul class="stack">
            {waiting.map((line, index) => (
              <li class="cw-card stack">
                <h2 class="h3">{needWords(line.needs)}</h2>
                <Clock
                  size="middle"
                  startAt={line.submittedAt}
                  dueAt={line.answerDueAt}
                  now={now}
                  zone={zone}
                >
                  {`${line.from} asked.`}
                </Clock>
                <IncomingFacts line={line} />
                <AnswerForm
                  action={`/desk/referrals/${line.id}/answer`}
                  about={String(index + 1)}
                  hidden={`: ${needWords(line.needs)}`}
                />
              </li>
            ))}
          </ul>
          {room}
          {coming.length > 0 && (
            <Section id="coming" title="Accepted, on the way">
              <Rows>
                {coming.map((line) => (
                  <Row
                    mark={<Glyph name={line.answer === 'accepted' ? 'check' : 'calendar'} />}
                    title={line.agreesToContact ? calledOf(line) : needWords(line.needs)}
                    end={
                      <>
                        <form method="post" action={`/desk/referrals/${line.id}/arrived`}>
                          <Button kind="outline" icon="check" hiddenWords={`: ${calledOf(line)}`}>
                            They arrived
                          </Button>
                        </form>
                        <ButtonLink kind="outline" href={`/desk/referrals/${line.id}`}>
                          Open
                        </ButtonLink>
                      </>
                    }
                  >
                    <p>
                      {line.forDate ? `For ${calendarDay(line.forDate, now)}. ` : 'Bed or visit now. '}
                      {line.from}, sent <When at={line.submittedAt} now={now} zone={zone} />.
                    </p>
                  </Row>
                ))}
              </Rows>
            </Section>
          )}
          {arrived.length > 0 && (
            <Section id="arrived" title="Arrived">
              <Rows>
                {arrived.map((line) => (
                  <Row
                    mark={<Glyph name="door" kind="plain" />}
                    title={line.agreesToContact ? calledOf(line) : needWords(line.needs)}
                    end={
                      <ButtonLink kind="outline" href={`/desk/referrals/${line.id}`}>
                        Open
                      </ButtonLink>
                    }
                  >
                    <p class="muted">
                      {line.from}, sent <When at={line.submittedAt} now={now} zone={zone} />.
                    </p>
                  </Row>
                ))}
              </Rows>
            </Section>
          )}
        </div>
        <WhoCanSee can={[organizationName]} cannot={['Police', 'Courts', 'Other places']}>
          <b>You see what each person agreed to share.</b> A name shows after you accept. If you decline, this
          page forgets them at once. Police are not told what you answer, unless the person signs that they
          may be.
        </WhoCanSee>
      </div>
    </Page>
  )
}
