import {
  Alert,
  Button,
  ButtonLink,
  ChipLinks,
  ClockRow,
  EmptyState,
  Glyph,
  Page,
  PageHeading,
  Pagination,
  Row,
  Rows,
  Section,
  Toast,
  When,
} from '#design'
import type { Frame } from '#identity'
import type { ReferralLine } from '#referrals'
import { calledOf, TASK_ICONS } from './case-words.ts'
import { CaseloadCard } from './caseload.page.tsx'
import { QUEUE_PAGE, type QueueTask, type Today } from './list-today.ts'
import type { Whose } from './queue.store.ts'

export type TodayProps = {
  readonly frame: Frame
  readonly today: Today
  readonly whose: Whose
  readonly page: number
  readonly memberId: string
  readonly now: Date
  readonly zone: string
  /** The task that was ended or put off just now, and how: it can be taken back. */
  readonly just?: { readonly id: string; readonly did: 'done' | 'dropped' | 'put-off' } | undefined
}

type RowProps = Pick<TodayProps, 'now' | 'zone' | 'memberId' | 'whose'> & { readonly task: QueueTask }

const JUST = { done: 'Done.', dropped: 'Not needed any more.', 'put-off': 'Put off.' } as const

const nameOf = (task: QueueTask): string => (task.caseId ? calledOf(task.called) : (task.about ?? 'To do'))
const hrefOf = (task: QueueTask): string | undefined =>
  task.caseId ? `/cases/${task.caseId}` : (task.href ?? undefined)

const Title = ({ task }: { task: QueueTask }) => {
  const href = hrefOf(task)
  return (
    <>
      {href ? <a href={href}>{nameOf(task)}</a> : nameOf(task)}, {task.title}
    </>
  )
}

/** Done in one press; what is rarer is behind the second. */
const TaskActions = ({ task, whose, memberId }: RowProps) => (
  <form method="post" action={`/today/tasks/${task.id}`} class="flow">
    <input type="hidden" name="whose" value={whose} />
    {task.phone && (
      <ButtonLink kind="outline" icon="phone" href={`tel:${task.phone}`} hiddenWords={` ${nameOf(task)}`}>
        Call
      </ButtonLink>
    )}
    <Button
      name="do"
      value="done"
      icon="check"
      kind="outline"
      hiddenWords={`: ${nameOf(task)}, ${task.title}`}
    >
      Done
    </Button>
    <Button name="do" value="put-off" kind="plain" hiddenWords={`: ${nameOf(task)}, ${task.title}`}>
      Tomorrow
    </Button>
    {task.assignedMemberId !== memberId && (
      <Button name="do" value="take" kind="plain" hiddenWords={`: ${nameOf(task)}, ${task.title}`}>
        I take it
      </Button>
    )}
  </form>
)

const whoHas = ({ task, memberId }: RowProps): string => {
  if (task.assignedMemberId === null) return 'Nobody has it.'
  return task.assignedMemberId === memberId ? '' : `${task.assignedTo ?? 'A member'} has it.`
}

const TaskRow = (props: RowProps) => {
  const { task, now, zone } = props
  if (task.urgency === 'now')
    return (
      <ClockRow
        id={`task-${task.id}`}
        title={<Title task={task} />}
        startAt={task.addedAt}
        dueAt={task.dueAt}
        now={now}
        zone={zone}
        end={<TaskActions {...props} />}
      >
        {whoHas(props)}
      </ClockRow>
    )
  return (
    <Row
      id={`task-${task.id}`}
      mark={<Glyph name={TASK_ICONS[task.kind]} kind={task.urgency === 'today' ? 'amber' : 'plain'} />}
      title={<Title task={task} />}
      end={<TaskActions {...props} />}
    >
      <p>
        <When at={task.dueAt} now={now} zone={zone} as="due" capital />. {whoHas(props)}
      </p>
    </Row>
  )
}

/** A referral that waits for an answer: its clock runs, so it is among what is now. */
const WaitingRow = ({ line, now, zone }: { line: ReferralLine; now: Date; zone: string }) => (
  <ClockRow
    title={<a href={`/desk/referrals/${line.id}`}>{line.from} asks</a>}
    startAt={line.submittedAt}
    dueAt={line.answerDueAt}
    now={now}
    zone={zone}
    end={
      <ButtonLink href={`/desk/referrals/${line.id}`} hiddenWords={` ${line.from}`}>
        Answer
      </ButtonLink>
    }
  >
    Somebody waits for your answer.
  </ClockRow>
)

const UnopenedRow = ({ line, now, zone }: { line: ReferralLine; now: Date; zone: string }) => (
  <Row
    mark={<Glyph name="hands" kind="teal" />}
    title={calledOf(line.name)}
    end={
      <ButtonLink
        kind="outline"
        icon="plus"
        href={`/cases/new?referral=${line.id}`}
        hiddenWords={` of ${calledOf(line.name)}`}
      >
        Open a case
      </ButtonLink>
    }
  >
    <p>
      You said yes to {line.from}, sent <When at={line.submittedAt} now={now} zone={zone} />.
    </p>
  </Row>
)

const headline = ({ counts, waiting }: Today): string => {
  const nowCount = counts.mineNow + waiting.length
  const things = (count: number, verb: [string, string]) =>
    `${count} ${count === 1 ? `thing ${verb[0]}` : `things ${verb[1]}`}`
  if (nowCount + counts.mineToday === 0) return 'Nothing is due today'
  if (nowCount === 0) return `${things(counts.mineToday, ['is', 'are'])} due today`
  return counts.mineToday === 0
    ? `${things(nowCount, ['wants', 'want'])} you now`
    : `${things(nowCount, ['wants', 'want'])} you now, ${counts.mineToday} later today`
}

const SECTIONS = [
  ['now', 'Now'],
  ['today', 'Later today'],
  ['week', 'This week'],
] as const

/** One queue by urgency: who waits, what is late, what comes; each done in one press, and taken back in another. */
export const TodayPage = (props: TodayProps) => {
  const { frame, today, whose, page, now, zone, just } = props
  const { counts, tasks, waiting, unopened, caseloads } = today
  const all = counts[whose]
  const isFirst = page === 1
  const nothing = tasks.length === 0 && (!isFirst || waiting.length + unopened.length === 0)
  return (
    <Page {...frame} title="Today">
      {just && (
        <Toast
          message={JUST[just.did]}
          undo={{ action: `/today/tasks/${just.id}`, values: { do: `undo-${just.did}`, whose } }}
        />
      )}
      <PageHeading
        over={<When at={now} now={now} zone={zone} as="exact" />}
        title={headline(today)}
        end={
          <ButtonLink kind="outline" icon="plus" href="/cases/new">
            Open a case
          </ButtonLink>
        }
      />
      <ChipLinks
        label="Whose work"
        links={[
          { href: '/today', label: `Mine, ${counts.mine}`, current: whose === 'mine' },
          { href: '/today?whose=team', label: `Team, ${counts.team}`, current: whose === 'team' },
          { href: '/today?whose=nobody', label: `Nobody’s, ${counts.nobody}`, current: whose === 'nobody' },
        ]}
      />
      <div class="cw-cols cw-sec">
        <div class="stack gap-3">
          {counts.tooLate > 0 && whose === 'mine' && (
            <Alert
              kind="warning"
              action={
                <ButtonLink kind="outline" href="/today?whose=team">
                  Show the team’s
                </ButtonLink>
              }
            >
              <p>
                <b>
                  {counts.tooLate === 1
                    ? '1 task is more than a day late'
                    : `${counts.tooLate} tasks are more than a day late`}
                </b>{' '}
                in your organization. Everybody sees this until somebody ends or moves them.
              </p>
            </Alert>
          )}
          {nothing && (
            <EmptyState icon="check" title="Nothing is waiting" level={2}>
              What is due in the next seven days shows here, the most urgent first. Tasks and follow-ups come
              from cases; referrals come from others.
            </EmptyState>
          )}
          {SECTIONS.map(([urgency, title]) => {
            const rows = tasks.filter((task) => task.urgency === urgency)
            const asked = urgency === 'now' && isFirst ? waiting : []
            return (
              rows.length + asked.length > 0 && (
                <Section id={`queue-${urgency}`} title={title}>
                  <Rows ordered now={urgency === 'now'}>
                    {asked.map((line) => (
                      <WaitingRow line={line} now={now} zone={zone} />
                    ))}
                    {rows.map((task) => (
                      <TaskRow {...props} task={task} />
                    ))}
                  </Rows>
                </Section>
              )
            )
          })}
          <Pagination
            current={page}
            last={Math.max(1, Math.ceil(all / QUEUE_PAGE))}
            href={(to) => `/today?whose=${whose}&page=${to}`}
            label="Pages of the queue"
          />
          {isFirst && unopened.length > 0 && (
            <Section id="unopened" title="Taken on, without a case yet">
              <Rows>
                {unopened.map((line) => (
                  <UnopenedRow line={line} now={now} zone={zone} />
                ))}
              </Rows>
            </Section>
          )}
        </div>
        <CaseloadCard caseloads={caseloads} memberId={props.memberId} />
      </div>
    </Page>
  )
}
