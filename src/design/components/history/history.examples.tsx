import { type Example, minutesFrom } from '../../example.ts'
import { History } from './history.tsx'

export const examples: readonly Example[] = [
  {
    title: 'What happened in a case',
    render: ({ now, zone }) => (
      <History
        now={now}
        zone={zone}
        items={[
          {
            at: minutesFrom(now, -12),
            icon: 'phone',
            kind: 'teal',
            title: 'Spoke on the phone, 10 min',
            by: 'Dana Whitfield',
            children: <p>Wants to start Thursday.</p>,
          },
          {
            at: minutesFrom(now, -1500),
            icon: 'chat',
            title: 'Texted, no answer',
            by: 'Luis Ortega',
            struck: true,
          },
          { at: minutesFrom(now, -4400), icon: 'hands', kind: 'amber', title: 'Case opened' },
        ]}
      />
    ),
  },
]
