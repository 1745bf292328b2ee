import type { Example } from '../../example.ts'
import { TextField } from '../text-field/text-field.tsx'
import { TimeField } from '../time-field/time-field.tsx'
import { ErrorSummary } from './error-summary.tsx'

const reach = 'Give a way to reach them, or say there is none'
const time = 'Use a time like 4:10 PM'

export const examples: readonly Example[] = [
  {
    title: 'A form that came back',
    render: ({ key, look }) => (
      <div class="stack">
        <ErrorSummary
          id={`errors-${key}`}
          title={`2 answers need a change, ${look}`}
          errors={[
            { field: `reach-back-${key}`, message: reach },
            { field: `time-back-${key}`, message: time },
          ]}
        />
        <TextField
          name={`reach-back-${key}`}
          label="Phone, or how to find them"
          hint="“By the ferry ramp most mornings” is fine"
          error={reach}
          autocomplete="off"
        />
        <TimeField name={`time-back-${key}`} label="When can they come?" error={time} />
      </div>
    ),
  },
]
