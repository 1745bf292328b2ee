import type { Example } from '../../example.ts'
import { WeekPicture } from './week-picture.tsx'

const day = (name: string, from: number, to: number, today = false) => ({
  name,
  open: to > from ? [{ from: from * 60, to: to * 60 }] : [],
  intake: to > from + 4 ? [{ from: from * 60, to: (from + 4) * 60 }] : [],
  today,
})

export const examples: readonly Example[] = [
  {
    title: 'Opening hours, and when somebody new is taken in',
    render: ({ look }) => (
      <WeekPicture
        label={`Open Monday to Friday, Saturday morning, ${look}`}
        now={11 * 60}
        days={[
          day('Mon', 8, 17),
          day('Tue', 8, 17, true),
          day('Wed', 8, 20),
          day('Thu', 8, 17),
          day('Fri', 8, 15),
          day('Sat', 9, 12),
          day('Sun', 0, 0),
        ]}
      />
    ),
  },
]
