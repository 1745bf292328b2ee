import type { Example } from '../../example.ts'
import { ReadAloud } from './read-aloud.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Above what it reads',
    render: ({ key }) => (
      <div class="stack">
        <ReadAloud reads={`read-${key}`} />
        <p id={`read-${key}`}>You can say no. You get the same help.</p>
      </div>
    ),
  },
]
