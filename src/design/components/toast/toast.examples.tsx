import type { Example } from '../../example.ts'
import { Toast } from './toast.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Done, and the way back',
    render: () => (
      <div class="cw-shelf">
        <Toast message="Referral sent." undo={{ action: '/design', label: 'Take it back' }} />
      </div>
    ),
  },
]
