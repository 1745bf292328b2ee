import type { Example } from '../../example.ts'
import { Facet } from './facet.tsx'

const options = ['Study', 'Review', 'Guide', 'Training', 'Law'].map((label, index) => ({
  ...{ value: label.toLowerCase(), label, count: 28 - index * 5 },
}))

export const examples: readonly Example[] = [
  {
    title: 'With counts, and the rest a press away',
    render: ({ key }) => (
      <form action="#">
        <Facet
          name={`kind-${key}`}
          legend="Kind"
          options={options}
          values={['review']}
          shown={3}
          more={(count) => `${count} more`}
        />
      </form>
    ),
  },
]
