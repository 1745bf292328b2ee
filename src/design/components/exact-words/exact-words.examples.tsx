import type { Example } from '../../example.ts'
import { ExactWords } from './exact-words.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Word for word',
    render: () => (
      <ExactWords
        lang="en"
        text={
          'Your choice about what may be told\n\nYou are Sam Rivers.\n\nPierpoint Police\nThey may know:\n- That you take part, and since when\nThis ends on February 22, 2027.'
        }
      />
    ),
  },
]
