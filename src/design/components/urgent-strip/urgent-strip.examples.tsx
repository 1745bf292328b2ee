import type { Example } from '../../example.ts'
import { UrgentStrip } from './urgent-strip.tsx'

export const examples: readonly Example[] = [
  {
    title: 'On every public page',
    wide: true,
    render: ({ key }) => (
      <div class="cw-shelf">
        <UrgentStrip label={`911, 988, ${key}`} />
      </div>
    ),
  },
]
