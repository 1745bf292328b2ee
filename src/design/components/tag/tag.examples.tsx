import type { Example } from '../../example.ts'
import { Tag, TagList } from './tag.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Kinds',
    render: () => (
      <p class="flow">
        <Tag>Neutral</Tag>
        <Tag kind="teal" icon="check">
          Active
        </Tag>
        <Tag kind="amber" icon="clock">
          1 expires in 24 days
        </Tag>
        <Tag kind="red" icon="alert">
          1 full
        </Tag>
        <Tag kind="who" icon="eye">
          Live
        </Tag>
      </p>
    ),
  },
  {
    title: 'A list',
    render: ({ key }) => (
      <TagList
        label={`Takes, ${key}`}
        tags={['Medicaid', 'No insurance', { label: 'Starts today', kind: 'teal', icon: 'check' }]}
      />
    ),
  },
]
