import { Button, Chips, DateField, More, type TypedDate } from '#design'
import { declineOptions } from './referral-words.ts'

export type AnswerFormProps = {
  /** Where the answer is posted: the desk's address or the signed link. */
  readonly action: string
  /** Several forms stand on one page: this keeps their ids apart. */
  readonly about: string
  readonly hidden?: string | undefined
  readonly errors?: Readonly<Record<string, string>>
  readonly date?: TypedDate | undefined
  readonly reason?: string | undefined
}

/** Yes, yes for a day, or no and why: the three answers that a place can give, each in its own form. */
export const AnswerForm = ({ action, about, hidden, errors = {}, date, reason }: AnswerFormProps) => (
  <div class="stack">
    <form method="post" action={action}>
      <input type="hidden" name="answer" value="accepted" />
      <Button icon="check" hiddenWords={hidden}>
        Accept, now
      </Button>
    </form>
    <More summary={<>Accept for a date</>} open={errors.forDate !== undefined}>
      <form class="stack" method="post" action={action}>
        <input type="hidden" name="answer" value="accepted-for-date" />
        <DateField
          name="forDate"
          id={`forDate-${about}`}
          legend="Which day can they come?"
          error={errors.forDate}
          value={date}
        />
        <p>
          <Button kind="outline" icon="calendar" hiddenWords={hidden}>
            Accept for this day
          </Button>
        </p>
      </form>
    </More>
    <More summary={<>Can’t, and why</>} open={errors.reason !== undefined}>
      <form class="stack" method="post" action={action}>
        <input type="hidden" name="answer" value="declined" />
        <Chips
          name="reason"
          id={`reason-${about}`}
          legend="Why not?"
          choose="one"
          options={declineOptions}
          values={reason ? [reason] : []}
          error={errors.reason}
        />
        <p>
          <Button kind="outline" hiddenWords={hidden}>
            Send answer
          </Button>{' '}
          <span class="muted small">This page forgets them at once. No hard feelings.</span>
        </p>
      </form>
    </More>
  </div>
)
