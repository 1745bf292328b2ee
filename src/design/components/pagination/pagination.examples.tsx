import type { Example } from '../../example.ts'
import { Pagination } from './pagination.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Tenth of twenty',
    render: ({ key }) => (
      <Pagination
        label={`Pages, ${key}`}
        current={10}
        last={20}
        href={(page) => `#pagination-page-${page}`}
      />
    ),
  },
]
