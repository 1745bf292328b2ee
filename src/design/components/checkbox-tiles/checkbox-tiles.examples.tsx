import type { Example } from '../../example.ts'
import { CheckboxTile, CheckboxTiles } from './checkbox-tiles.tsx'

export const examples: readonly Example[] = [
  {
    title: 'One statement to agree to',
    render: ({ key }) => (
      <CheckboxTile
        name={`agree-${key}`}
        value="yes"
        checked
        label="Jay agrees to be contacted"
        hint="Asked out loud. Jay can change this at any time."
      />
    ),
  },
  {
    title: 'Any of a few, with an error',
    render: ({ key }) => (
      <CheckboxTiles
        name={`share-${key}`}
        legend="What may they see?"
        error="Choose at least one"
        options={[
          { value: 'name', label: 'Your name and birth date' },
          { value: 'help', label: 'What help you want', hint: 'As you said it' },
        ]}
      />
    ),
  },
]
