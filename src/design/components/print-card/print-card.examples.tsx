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
]
