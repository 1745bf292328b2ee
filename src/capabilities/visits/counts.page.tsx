import { ChipLinks, DataTable, EmptyState, Page, PageHeading } from '#design'
import type { Frame } from '#identity'
import { type Quarter, quarterBefore, quarterCode, quarterWords } from '#kernel/quarter.ts'
import type { AngelTable } from './count-visits.ts'

export type VisitCountsProps = {
  readonly frame: Frame
  readonly over: string
  /** The actor's own program, exact; undefined for a county's quarter. */
  readonly quarter: { readonly chosen: Quarter; readonly newest: Quarter } | undefined
  readonly table: AngelTable | undefined
}

const ROWS: readonly {
  readonly key: keyof AngelTable
  readonly label: string
  readonly of?: keyof AngelTable
}[] = [
  { key: 'visits', label: 'Visits' },
  { key: 'urgent', label: 'Needed a hospital first', of: 'visits' },
  { key: 'families', label: 'Asked for their family', of: 'visits' },
  { key: 'met', label: 'Visits to which an angel came', of: 'visits' },
  { key: 'people', label: 'People' },
  { key: 'returns', label: 'Return visits', of: 'met' },
  { key: 'offered', label: 'Offered a place', of: 'met' },
  { key: 'entered', label: 'Entered', of: 'met' },
  { key: 'retained', label: 'Retained', of: 'met' },
]

const BAR = { width: 100, height: 12 }

/** How large a part is, beside its number: nothing where one of them is withheld. */
const ShareBar = ({ part, whole }: { part: number; whole: number }) => (
  <svg viewBox={`0 0 ${BAR.width} ${BAR.height}`} width={BAR.width} height={BAR.height} aria-hidden="true">
    <rect width={BAR.width} height={BAR.height} rx="3" fill="var(--line)" />
    <rect width={Math.round((BAR.width * part) / whole)} height={BAR.height} rx="3" fill="var(--teal)" />
  </svg>
)

const QUARTERS = 6

const Quarters = ({ chosen, newest }: NonNullable<VisitCountsProps['quarter']>) => {
  const quarters = [newest]
  while (quarters.length < QUARTERS) quarters.push(quarterBefore(quarters.at(-1) ?? newest))
  return (
    <ChipLinks
      label="Quarter"
      links={quarters.map((one) => ({
        href: `/visits/counts?quarter=${quarterCode(one)}`,
        label: quarterWords(one),
        current: quarterCode(one) === quarterCode(chosen),
      }))}
    />
  )
}

/** People and visits, counted apart; offered, entered and retained are three things. */
export const VisitCountsPage = ({ frame, over, quarter, table }: VisitCountsProps) => (
  <Page {...frame} title="Counts of visits" narrow>
    <PageHeading
      over={over}
      title={
        table?.people !== undefined && table.visits !== undefined
          ? `${table.people} people came in ${table.visits} visits`
          : 'People and visits'
      }
      note={quarter ? quarterWords(quarter.chosen) : 'The last twelve months of your own program'}
    />
    <div class="stack gap-3">
      {quarter && <Quarters {...quarter} />}
      {table ? (
        <div class="cw-card flush">
          <DataTable
            id="counts"
            caption="The Angel table"
            hideCaption
            rows={ROWS}
            columns={[
              { title: 'What', cell: ({ label }) => label },
              {
                title: 'Number',
                number: true,
                cell: ({ key }) => table[key] ?? <span class="muted">withheld</span>,
              },
              {
                title: 'Share',
                cell: ({ key, of }) => {
                  const [part, whole] = [table[key], of && table[of]]
                  if (part === undefined || !whole) return ''
                  return (
                    <>
                      <ShareBar part={part} whole={whole} />{' '}
                      <span class="nb">{`${Math.round((100 * part) / whole)}\u00a0%`}</span>
                    </>
                  )
                },
              },
            ]}
          />
        </div>
      ) : (
        <EmptyState icon="chart" title="No visits to count" level={2}>
          A quarter is counted when it is over. Choose another one.
        </EmptyState>
      )}
      <p class="muted">
        A return is a visit of the same person, and no failure. Offered, entered and retained are counted by
        what somebody confirmed.
        {quarter &&
          ' A count from 1 to 10 is withheld, so that nobody can be told by it; so are others from which it could be worked out.'}
      </p>
    </div>
  </Page>
)
