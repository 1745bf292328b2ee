import type { Example } from '../../example.ts'
import { OutcomeDots } from './outcome-dots.tsx'

export const examples: readonly Example[] = [
  {
    title: 'The last calls to a place',
    render: ({ look }) => (
      <OutcomeDots
        label={`Of six calls three were taken on, ${look}`}
        dots={(['yes', 'none', 'no', 'yes', 'part', 'yes'] as const).map((is, index) => ({
          is,
          words: `Call ${index + 1}`,
        }))}
      />
    ),
  },
]
