import type { Example } from '../../example.ts'
import { Progress } from './progress.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Long work',
    render: ({ key }) => (
      <div class="cw-card">
        <Progress
          id={`import-${key}`}
          label={
            <>
              <b>Importing the county list</b>, 312 of 420
            </>
          }
          value={312}
          max={420}
        />
      </div>
    ),
  },
]
