import type { Example } from '../../example.ts'
import { TextArea } from './text-area.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Several lines',
    render: ({ key }) => (
      <TextArea
        name={`find-${key}`}
        label="How to find them"
        hint="“No phone, by the ferry ramp most mornings” is fine"
        value="By the ferry ramp most mornings, with a grey dog."
        optional
      />
    ),
  },
]
