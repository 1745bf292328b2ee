import type { Example } from '../../example.ts'
import { DefinitionList } from './definition-list.tsx'

export const examples: readonly Example[] = [
  {
    title: 'What an intake desk is told',
    render: () => (
      <div class="cw-card">
        <DefinitionList
          items={[
            { term: 'Needs', value: 'Detox, level 3.7. Not pregnant' },
            { term: 'Payer', value: 'Medicaid, active today' },
            { term: 'Name', value: 'You see it when you accept' },
            { term: 'From', value: <a href="tel:5550119">Dana Whitfield, 555-0119</a> },
          ]}
        />
      </div>
    ),
  },
]
