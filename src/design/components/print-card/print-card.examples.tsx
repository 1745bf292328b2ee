import type { Example } from '../../example.ts'
import { PrintCard } from './print-card.tsx'

export const examples: readonly Example[] = [
  {
    title: 'A card to carry, with what is typed from it',
    render: ({ key }) => (
      <PrintCard
        id={`print-card-${key}`}
        title="Your own page"
        codeLabel="Your code"
        code="7K2M 94QT XB3N H8VD"
        lead={
          <p>
            Open <strong>causeway.example.org/my-record</strong>
          </p>
        }
      >
        <p class="muted">Keep this card as you keep a key.</p>
      </PrintCard>
    ),
  },
  {
    title: 'Several codes, each of which works once',
    render: () => (
      <PrintCard
        id="print-card-several"
        title="Recovery codes"
        codeLabel="Your recovery codes"
        code={['qk4mn t8xbz', 'h3vda w7ryc', 'm2pfe j9ngs', 'z5tbk c6whd']}
      >
        <p class="muted">Each works once.</p>
      </PrintCard>
    ),
  },
]
