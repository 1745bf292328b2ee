import { DataTable } from '#design'
import type { KeptFinding } from './import.ts'

/** What was found in rows, the first of it. */
export const FindingsTable = ({
  id,
  caption,
  findings,
  all,
  says = 'What is wrong',
}: {
  id: string
  caption: string
  findings: readonly KeptFinding[]
  all: number
  says?: string
}) => (
  <div class="stack">
    <div class="cw-card flush">
      <DataTable
        id={id}
        caption={caption}
        hideCaption
        tall
        rows={findings}
        columns={[
          { title: 'Row', cell: ({ row }) => row },
          { title: 'Place', cell: ({ place }) => place || 'no name' },
          ...(findings.some(({ field }) => field)
            ? [{ title: 'Column', cell: ({ field }: KeptFinding) => field ?? '' }]
            : []),
          { title: says, cell: ({ says }) => says },
        ]}
      />
    </div>
    {all > findings.length && (
      <p class="muted">{`The first ${findings.length} of ${all.toLocaleString('en-US')}.`}</p>
    )}
  </div>
)
