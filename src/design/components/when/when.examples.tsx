import { type Example, minutesFrom } from '../../example.ts'
import { When } from './when.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Relative first, the clock time beside it',
    render: ({ now, zone }) => (
      <ul class="stack gap-1">
        <li>
          <When at={minutesFrom(now, 120)} now={now} zone={zone} as="due" capital />
        </li>
        <li>
          <When at={minutesFrom(now, -6)} now={now} zone={zone} as="due" capital />
        </li>
        <li>
          Sent <When at={minutesFrom(now, -12)} now={now} zone={zone} />
        </li>
        <li>
          Reached <When at={minutesFrom(now, -1500)} now={now} zone={zone} />
        </li>
        <li>
          Ends <When at={minutesFrom(now, 60 * 24 * 200)} now={now} zone={zone} as="day" />
        </li>
        <li>
          Looked at <When at={minutesFrom(now, -3000)} now={now} zone={zone} as="exact" />
        </li>
      </ul>
    ),
  },
]
