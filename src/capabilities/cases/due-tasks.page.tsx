import { Button, ClockRow, Glyph, Row, Rows, When } from '#design'
import type { CaseProps } from './case.page.tsx'
import { TASK_ICONS } from './case-words.ts'

/** What is due in a case: the first with its clock, the rest below. */
export const DueTasks = ({ read, now, zone, memberId }: CaseProps) => (
  <Rows ordered>
    {read.tasks.map((task, index) => {
      const end = (
        <form class="flow" method="post" action={`/today/tasks/${task.id}`}>
          <input type="hidden" name="case" value={read.file.id} />
          <Button
            name="do"
            value="done"
            icon="check"
            kind={index === 0 ? 'primary' : 'outline'}
            hiddenWords={`: ${task.title}`}
          >
            Done
          </Button>
          <Button name="do" value="dropped" kind="plain" hiddenWords={`: ${task.title}`}>
            Not needed
          </Button>
        </form>
      )
      const who =
        task.assignedMemberId === memberId
          ? 'You have it.'
          : task.assignedTo
            ? `${task.assignedTo} has it.`
            : 'Nobody has it.'
      return index === 0 ? (
        <ClockRow
          title={task.title}
          startAt={task.addedAt}
          dueAt={task.dueAt}
          now={now}
          zone={zone}
          end={end}
        >
          {who}
        </ClockRow>
      ) : (
        <Row mark={<Glyph name={TASK_ICONS[task.kind]} kind="plain" />} title={task.title} end={end}>
          <p>
            <When at={task.dueAt} now={now} zone={zone} as="due" capital />. {who}
          </p>
        </Row>
      )
    })}
  </Rows>
)
