import type { Example } from '../../example.ts'
import { ShareBar } from './share-bar.tsx'

export const examples: readonly Example[] = [
  {
    title: 'How a group divides',
    render: () => (
      <ShareBar
        label="Overdose course"
        shares={[
          { is: 'good', count: 31, label: 'trained' },
          { is: 'near', count: 4, label: 'end soon' },
          { is: 'open', count: 5, label: 'due' },
          { is: 'late', count: 2, label: 'late' },
        ]}
      />
    ),
  },
]
