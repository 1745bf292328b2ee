import type { Example } from '../../example.ts'
import { Strength } from './strength.tsx'

export const examples: readonly Example[] = [
  {
    title: 'From strong to not judged',
    render: () => (
      <p class="flow">
        <Strength label="Strong" bars={4} />
        <Strength label="Moderate" bars={3} />
        <Strength label="Early" bars={2} />
        <Strength label="Practice wisdom" bars={1} />
        <Strength label="Not judged" bars={0} />
      </p>
    ),
  },
]
