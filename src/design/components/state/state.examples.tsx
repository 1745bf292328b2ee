import type { Example } from '../../example.ts'
import { State } from './state.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Four shapes',
    render: () => (
      <p class="flow">
        <State is="open">Open now</State>
        <State is="soon">Closes soon</State>
        <State is="shut">Closed</State>
        <State is="bad">Recalled</State>
      </p>
    ),
  },
]
