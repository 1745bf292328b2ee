import type { Example } from '../../example.ts'
import { More } from './more.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Closed and open',
    render: () => (
      <div class="stack gap-1">
        <More summary="Can’t, and why">
          <p>We ask the next place at once. No hard feelings.</p>
        </More>
        <More summary="What the law covers" open>
          <p>Calling for help is protected by law in this state.</p>
        </More>
      </div>
    ),
  },
]
