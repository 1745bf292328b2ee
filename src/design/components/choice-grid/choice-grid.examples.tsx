import type { Example } from '../../example.ts'
import { ChoiceGrid } from './choice-grid.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Who is shown what',
    wide: true,
    render: ({ key }) => (
      <ChoiceGrid
        id={`shown-${key}`}
        caption={`Who is shown it (${key})`}
        columns={[
          { value: 'public', label: 'The public' },
          { value: 'partners', label: 'Partners' },
          { value: 'police', label: 'Police' },
        ]}
        rows={[
          { name: `place-${key}`, label: 'This place', values: ['partners'] },
          { name: `address-${key}`, label: 'Address', hint: 'Or a front door', values: [] },
          { name: `program-${key}`, label: 'The program', values: ['public', 'partners'], fixed: true },
        ]}
      />
    ),
  },
]
