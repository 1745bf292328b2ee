import { type Example, minutesFrom } from '../../example.ts'
import { Clock } from './clock.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Running, nearly over, late, done',
    render: ({ now, zone }) => (
      <div class="stack">
        <Clock startAt={minutesFrom(now, -6)} dueAt={minutesFrom(now, 24)} now={now} zone={zone}>
          Offered to Dana.
        </Clock>
        <Clock startAt={minutesFrom(now, -26)} dueAt={minutesFrom(now, 4)} now={now} zone={zone}>
          Luis is called next.
        </Clock>
        <Clock startAt={minutesFrom(now, -36)} dueAt={minutesFrom(now, -6)} now={now} zone={zone}>
          Calling Luis.
        </Clock>
        <Clock
          startAt={minutesFrom(now, -30)}
          dueAt={now}
          doneAt={minutesFrom(now, -9)}
          now={now}
          zone={zone}
        >
          All three confirmed.
        </Clock>
      </div>
    ),
  },
  {
    title: 'Hours and days',
    render: ({ now, zone }) => (
      <div class="stack">
        <Clock
          startAt={minutesFrom(now, -30)}
          dueAt={minutesFrom(now, 90)}
          now={now}
          zone={zone}
          size="middle"
        >
          Tidewell holds the bed.
        </Clock>
        <Clock
          startAt={minutesFrom(now, -1440)}
          dueAt={minutesFrom(now, 4320)}
          now={now}
          zone={zone}
          size="middle"
        >
          Intake interview.
        </Clock>
      </div>
    ),
  },
  {
    title: 'Big, one a page',
    wide: true,
    render: ({ now, zone }) => (
      <div class="cw-card">
        <Clock
          title="Dana is on her way"
          startAt={minutesFrom(now, -12)}
          dueAt={minutesFrom(now, 18)}
          now={now}
          zone={zone}
          size="big"
        >
          If she is not there by then, we call Luis Ortega for you.
        </Clock>
      </div>
    ),
  },
  {
    title: 'In Spanish',
    render: ({ now, zone }) => (
      <div lang="es">
        <Clock
          startAt={minutesFrom(now, -12)}
          dueAt={minutesFrom(now, 18)}
          now={now}
          zone={zone}
          lang="es"
          size="middle"
        >
          Dana lo recoge.
        </Clock>
      </div>
    ),
  },
]
