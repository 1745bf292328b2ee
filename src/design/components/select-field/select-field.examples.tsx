import type { Example } from '../../example.ts'
import { SelectField } from './select-field.tsx'

export const examples: readonly Example[] = [
  {
    title: 'More than seven choices',
    render: ({ key }) => (
      <SelectField
        name={`agency-${key}`}
        label="Agency"
        options={['Pierpoint Police', 'Marlow Police', 'Harbor County Sheriff'].map((name) => ({
          value: name,
          label: name,
        }))}
        value="Marlow Police"
      />
    ),
  },
]
