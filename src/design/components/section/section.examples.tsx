import type { Example } from '../../example.ts'
import { Section } from './section.tsx'

export const examples: readonly Example[] = [
  {
    title: 'A part of a page, with a link at its end',
    render: ({ key, look }) => (
      <Section id={`yours-${key}`} title={`Your referrals, ${look}`} end={<a href="#section">All 9</a>}>
        <p>Rows follow.</p>
      </Section>
    ),
  },
]
