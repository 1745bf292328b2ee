import type { Example } from '../../example.ts'
import { StepIndicator } from './step-indicator.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Third of five',
    render: ({ key }) => (
      <StepIndicator
        label={`Progress, ${key}`}
        steps={['What this is', 'Who', 'What they see', 'How long', 'Sign']}
        current={3}
      />
    ),
  },
]
