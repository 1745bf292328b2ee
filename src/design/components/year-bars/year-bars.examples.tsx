import type { Example } from '../../example.ts'
import { YearBars } from './year-bars.tsx'

export const examples: readonly Example[] = [
  {
    title: 'With years chosen',
    render: ({ look }) => (
      <YearBars
        label={`Records a year, 2014 to 2025; most in 2021, 23; ${look}`}
        years={[4, 6, 9, 12, 11, 15, 19, 23, 18, 14, 8, 3].map((count, index) => ({
          year: 2014 + index,
          count,
        }))}
        from={2018}
        href={() => '#'}
      />
    ),
  },
]
