import { Button, Clock, DateField, More, Row, Rows, Section, TextField } from '#design'
import { dayWords } from '#kernel/calendar-day.ts'
import { firstOf } from '#platform/http/form-body.ts'
import type { BreachProps } from './breach.page.tsx'
import { TOLD_WORDS } from './breach-words.ts'
import { typedDay } from './breaches.page.tsx'
import type { NoticeOwed } from './list-breaches.ts'

const ToldForm = ({ breach, fields, errors, notice }: BreachProps & { notice: NoticeOwed }) => {
  const isRefused = firstOf(fields, 'told') === notice.told && (errors.on ?? errors.how) !== undefined
  const mine = isRefused ? fields : {}
  // Each form has its own names of fields on the page, and the refused one those to which the errors lead.
  const idOf = (name: string) => (isRefused ? name : `${name}-${notice.told}`)
  return (
    <More summary="They were told" open={isRefused}>
      <form class="stack" method="post" action={`/privacy/breaches/${breach.id}/notices`} novalidate>
        <input type="hidden" name="told" value={notice.told} />
        <DateField
          id={idOf('on')}
          name="on"
          legend="On"
          value={typedDay(mine, 'on')}
          error={isRefused ? errors.on : undefined}
        />
        <TextField
          id={idOf('how')}
          name="how"
          label="How"
          hint={`Such as “${TOLD_WORDS[notice.told].example}”`}
          maxlength={2000}
          value={firstOf(mine, 'how') || undefined}
          error={isRefused ? errors.how : undefined}
        />
        <p>
          <Button kind="outline" hiddenWords={`: ${TOLD_WORDS[notice.told].title}`}>
            Keep this for good
          </Button>
        </p>
      </form>
    </More>
  )
}

/** Who has to be told, by when at the latest, and who was. */
export const NoticesSection = (props: BreachProps) => {
  const { breach, now, zone } = props
  return (
    <Section id="notices" title="Who has to be told">
      {breach.notices.length === 0 ? (
        <p>
          Nobody: the four factors show a low probability that the records were compromised. Keep this page as
          the proof of it (45 CFR 164.414(b)).
        </p>
      ) : (
        <div class="stack">
          <p class="muted">
            Without unreasonable delay, and at the latest by the end of the day that is said here.
          </p>
          <Rows>
            {breach.notices.map((notice) => (
              <Row title={TOLD_WORDS[notice.told].title}>
                {notice.done ? (
                  <p>
                    <strong>Told on {dayWords(notice.done.on, 'en')}</strong>
                    {notice.done.on > notice.dueOn && ', late'}. {notice.done.how}
                  </p>
                ) : (
                  <>
                    <Clock startAt={breach.discoveredAt} dueAt={notice.dueAt} now={now} zone={zone} />
                    <p>{TOLD_WORDS[notice.told].what}</p>
                    {!breach.closedAt && (
                      <div class="cw-screen-only">
                        <ToldForm {...props} notice={notice} />
                      </div>
                    )}
                  </>
                )}
              </Row>
            ))}
          </Rows>
        </div>
      )}
    </Section>
  )
}
