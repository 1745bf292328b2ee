import type { Example } from '../../example.ts'
import { FlowChart } from './flow-chart.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Questions that branch, with what an answer comes to',
    render: ({ key }) => (
      <FlowChart
        id={`flow-${key}`}
        title="Two questions; under 18 a parent is asked"
        end="Decision"
        steps={[
          {
            id: 'want',
            text: 'Do they want help?',
            answers: [
              { label: 'Yes', to: 'age' },
              { label: 'No', to: 'age', comesTo: { label: 'Hard stop: they want it', kind: 'red' } },
            ],
          },
          {
            id: 'age',
            text: 'Are they 18 or older?',
            answers: [
              { label: 'Yes', to: 'end' },
              { label: 'No', to: 'parent' },
            ],
          },
          {
            id: 'parent',
            text: 'Does a parent consent?',
            answers: [
              { label: 'Yes', to: 'end' },
              { label: 'No', to: undefined },
            ],
          },
        ]}
      />
    ),
  },
]
