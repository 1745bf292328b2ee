import type { Example } from '../../example.ts'
import { minutesFrom } from '../../example.ts'
import { Timeline } from './timeline.tsx'

const DAY = 24 * 60

export const examples: readonly Example[] = [
  {
    title: 'Covered until when',
    wide: true,
    render: ({ look, now }) => {
      const at = (days: number) => minutesFrom(now, days * DAY)
      return (
        <div class="cw-card">
          <Timeline
            label={`Who is covered until when, ${look}`}
            from={at(-400)}
            until={at(1100)}
            now={now}
            rows={[
              {
                label: 'Police and the clinic',
                words: 'Deflection agreement, for two more years',
                bars: [{ from: at(-300), until: at(700), is: 'now' }],
              },
              {
                label: 'Police and navigators',
                words: 'Ends in 40 days; the next is signed',
                bars: [
                  { from: at(-350), until: at(40), is: 'soon' },
                  { from: at(40), until: at(1000), is: 'later' },
                ],
              },
              {
                label: 'The clinic and navigators',
                words: 'Ended',
                bars: [{ from: at(-390), until: at(-90), is: 'past' }],
              },
            ]}
          />
        </div>
      )
    },
  },
]
