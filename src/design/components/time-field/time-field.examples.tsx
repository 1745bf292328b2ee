import type { Example } from '../../example.ts'
import { TimeField } from './time-field.tsx'

export const examples: readonly Example[] = [
  {
    title: 'A time of day',
    render: ({ key }) => <TimeField name={`pickup-${key}`} label="Pick-up" value="16:10" />,
  },
]
