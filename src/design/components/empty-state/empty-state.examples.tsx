import type { Example } from '../../example.ts'
import { ButtonLink } from '../button/button.tsx'
import { EmptyState } from './empty-state.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Nothing yet, and what to do',
    render: () => (
      <EmptyState
        icon="bed"
        title="No providers yet"
        action={<ButtonLink href="#empty-state">Import the list</ButtonLink>}
      >
        Import the list for your county, or add one you know.
      </EmptyState>
    ),
  },
]
