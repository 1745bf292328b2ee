import type { Example } from '../../example.ts'
import { DateField } from './date-field.tsx'

export const examples: readonly Example[] = [
  {
    title: 'A date people know by heart',
    render: ({ key }) => (
      <DateField
        name={`born-${key}`}
        legend="Date of birth"
        hint="For example 4 28 1986"
        value={{ month: '4', day: '28', year: '1986' }}
      />
    ),
  },
  {
    title: 'Refused',
    render: ({ key }) => (
      <DateField
        name={`ends-${key}`}
        legend="When does it end?"
        error="February has no 30th. Check the day"
        value={{ month: '2', day: '30', year: '2026' }}
      />
    ),
  },
]
