import type { Example } from '../../example.ts'
import { State } from '../state/state.tsx'
import { DataTable } from './data-table.tsx'

const lots = [
  { lot: 'HC-2207', product: 'Nasal 4 mg', shelf: 64, is: 'soon', expires: 'April 2, in 24 days' },
  { lot: 'HC-2251', product: 'Nasal 4 mg', shelf: 180, is: 'open', expires: 'October 2027' },
  { lot: 'HC-2119', product: 'Nasal 4 mg', shelf: 0, is: 'bad', expires: 'Recalled' },
] as const

export const examples: readonly Example[] = [
  {
    title: 'Scrolls inside itself',
    render: ({ key, look }) => (
      <div class="cw-card flush">
        <DataTable
          id={`lots-${key}`}
          caption={`On the shelf, ${look}`}
          rows={lots}
          columns={[
            { title: 'Lot', cell: (row) => row.lot },
            { title: 'Product', cell: (row) => row.product },
            { title: 'On shelf', number: true, cell: (row) => row.shelf },
            { title: 'Expires', cell: (row) => <State is={row.is}>{row.expires}</State> },
          ]}
        />
      </div>
    ),
  },
]
