import type { Example } from '../../example.ts'
import { LoadBar } from './load-bar.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Room, full, too many',
    render: () => (
      <div class="stack">
        <p>12 people: has room</p>
        <LoadBar value={12} marks={[20, 25]} most={30} is="open" />
        <p>21 people: full</p>
        <LoadBar value={21} marks={[20, 25]} most={30} is="soon" />
        <p>44 people: too many</p>
        <LoadBar value={44} marks={[20, 25]} most={30} is="bad" />
      </div>
    ),
  },
]
