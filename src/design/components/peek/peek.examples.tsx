import type { Example } from '../../example.ts'
import { Peek } from './peek.tsx'

export const examples: readonly Example[] = [
  {
    title: 'What somebody else would see',
    render: () => (
      <Peek
        caption="This is an example. The facts are made up."
        over="Pierpoint Police"
        lines={['Takes part: yes, since March 4', 'In touch in the last 30 days: yes']}
      />
    ),
  },
]
