import type { Example } from '../../example.ts'
import { Reasons } from './reasons.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Why this place',
    render: ({ key }) => (
      <Reasons
        label={`Why this place, ${key}`}
        reasons={[
          { is: 'yes', words: 'Starts buprenorphine the same day' },
          { is: 'wait', words: 'Answers in about 6 minutes at night' },
          { is: 'no', words: 'Asks for an ID' },
        ]}
      />
    ),
  },
  {
    title: 'What you will and will not hear',
    render: ({ key }) => (
      <Reasons
        label={`What you will hear, ${key}`}
        reasons={[
          { is: 'see', words: 'That somebody reached Jay, and when' },
          { is: 'unseen', words: 'Where Jay goes' },
        ]}
      />
    ),
  },
]
