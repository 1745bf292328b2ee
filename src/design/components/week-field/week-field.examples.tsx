import type { Example } from '../../example.ts'
import { WeekField } from './week-field.tsx'

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const examples: readonly Example[] = [
  {
    title: 'Hours of a week, one day refused',
    wide: true,
    render: ({ key }) => (
      <WeekField
        name={`hours-${key}`}
        legend="Opening hours"
        hint="Leave a day empty when the door stays shut"
        copies={[
          { value: `weekdays-${key}`, label: 'Tuesday to Friday' },
          { value: `week-${key}`, label: 'The whole week' },
        ]}
        days={NAMES.map((name, index) => ({
          name,
          spans: index < 5 ? [{ opens: '08:00', closes: index === 2 ? '' : '17:00' }] : [],
          isAllDay: index === 5,
          error: index === 2 ? 'Say when it closes' : undefined,
        }))}
      />
    ),
  },
]
