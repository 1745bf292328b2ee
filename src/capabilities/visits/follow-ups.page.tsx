import { Button, Card, Row, Rows, State, type StateProps, When } from '#design'
import type { CareProps } from './angel-care.page.tsx'
import { FOLLOW_UPS, type FollowUp } from './care.ts'

const FOLLOW_STATE: Readonly<Record<FollowUp['is'], readonly [StateProps['is'], string]>> = {
  waiting: ['shut', 'Later'],
  due: ['soon', 'Due'],
  late: ['bad', 'Late'],
  reached: ['open', 'Reached'],
  stopped: ['shut', 'They want no more calls'],
}

/** The days on which somebody asks how it goes, and how each went. */
export const FollowUpsPart = ({ care, person, now, zone, newId }: CareProps) => (
  <Card title="Ask how it goes" id="follow-ups">
    <Rows plain bare label="Follow-ups">
      {care.followUps.map(({ day, dueAt, is, tries }) => (
        <Row
          title={day === 1 ? 'After a day' : `After ${day} days`}
          end={
            (is === 'due' || is === 'late') && (
              <form method="post" action={`/visits/${person.visitId}/care`} class="flow">
                <input type="hidden" name="id" value={newId} />
                <input type="hidden" name="kind" value="follow-up" />
                <input type="hidden" name="days" value={String(day)} />
                {Object.entries(FOLLOW_UPS).map(([value, label]) => (
                  <Button name="result" value={value} kind={value === 'reached' ? 'primary' : 'outline'}>
                    {label}
                  </Button>
                ))}
              </form>
            )
          }
        >
          <p>
            <State is={FOLLOW_STATE[is][0]}>{FOLLOW_STATE[is][1]}</State>{' '}
            <span class="muted">
              <When at={dueAt} now={now} zone={zone} as="day" />
              {tries > 0 && is !== 'reached' && `, tried ${tries === 1 ? 'once' : `${tries} times`}`}
            </span>
          </p>
        </Row>
      ))}
    </Rows>
  </Card>
)
