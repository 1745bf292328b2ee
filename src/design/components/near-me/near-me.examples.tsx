import type { Example } from '../../example.ts'
import { TextField } from '../text-field/text-field.tsx'
import { NearMe } from './near-me.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Beside the field that does the same',
    render: ({ key }) => (
      <div class="stack">
        <TextField
          name={`where-${key}`}
          label="Where are you?"
          hint="A town, an address or a ZIP code"
          value="Pierpoint"
        />
        <NearMe latitudeName={`latitude-${key}`} longitudeName={`longitude-${key}`} />
      </div>
    ),
  },
]
