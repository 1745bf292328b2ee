import { ButtonLink, ChipLinks, DataTable, EmptyState, Page, PageHeading } from '#design'
import type { Frame } from '#identity'
import { monthName, type Quarter, quarterBefore, quarterCode, quarterWords } from '#kernel/quarter.ts'
import type { Shown } from '#kernel/suppress.ts'
import { NEEDS } from '#network'
import type { ReferralCounts } from './count-referrals.ts'

export type CountsProps = {
  readonly frame: Frame
  readonly countyName: string
  readonly quarter: Quarter
  /** The newest that can be counted. */
  readonly newest: Quarter
  readonly counts: ReferralCounts
}

const SHOWN_QUARTERS = 6

const WITHHELD = 'withheld'

const shownOr = (shown: Shown) => (shown === undefined ? <span class="muted">{WITHHELD}</span> : shown)

const tableRows = ({ needs, table }: ReferralCounts) => [
  ...needs.map((need, at) => ({
    title: NEEDS[need],
    cells: table.cells[at] ?? [],
    total: table.rowTotals[at],
  })),
  { title: 'All of these', cells: table.columnTotals, total: table.total },
]

/** The table as CSV (RFC 4180), with the words of the page. */
export const countsCsv = (counts: ReferralCounts): string =>
  [
    ['Need', ...counts.months.map((month) => month.slice(0, 7)), 'Total'],
    ...tableRows(counts).map(({ title, cells, total }) => [
      title,
      ...[...cells, total].map((n) => n ?? WITHHELD),
    ]),
  ]
    .map((line) => `${line.map((value) => `"${String(value).replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('')

const Quarters = ({ quarter, newest }: CountsProps) => {
  const quarters = [newest]
  while (quarters.length < SHOWN_QUARTERS) quarters.push(quarterBefore(quarters.at(-1) ?? newest))
  return (
    <ChipLinks
      label="Quarter"
      links={quarters.map((one) => ({
        href: `/counts?quarter=${quarterCode(one)}`,
        label: quarterWords(one),
        current: quarterCode(one) === quarterCode(quarter),
      }))}
    />
  )
}

/** How often each kind of help was asked for, by month, with small counts withheld. */
export const CountsPage = (props: CountsProps) => {
  const { frame, countyName, quarter, counts } = props
  const { total } = counts.table
  return (
    <Page {...frame} title="Counts">
      <PageHeading
        over={`${countyName}, all organizations together`}
        title={
          total
            ? `Help was asked for ${total} times, ${quarterWords(quarter)}`
            : `What help was asked for, ${quarterWords(quarter)}`
        }
      />
      <div class="stack gap-3">
        <Quarters {...props} />
        {counts.isEmpty ? (
          <EmptyState icon="chart" title="No referrals in this quarter" level={2}>
            A quarter is counted when it is over. Choose another one.
          </EmptyState>
        ) : (
          <>
            <div class="cw-card flush">
              <DataTable
                id="counts"
                caption={`Referrals by need and month, ${quarterWords(quarter)}`}
                rows={tableRows(counts)}
                columns={[
                  { title: 'Need', cell: (row) => row.title },
                  ...counts.months.map((month, at) => ({
                    title: monthName(month),
                    number: true,
                    cell: (row: ReturnType<typeof tableRows>[number]) => shownOr(row.cells[at]),
                  })),
                  { title: 'Total', number: true, cell: (row) => shownOr(row.total) },
                ]}
              />
            </div>
            <p>
              <ButtonLink kind="outline" href={`/counts.csv?quarter=${quarterCode(quarter)}`}>
                Download as CSV
              </ButtonLink>
            </p>
          </>
        )}
        <p class="muted">
          A count from 1 to 10 is withheld, so that nobody can be told by it; so are others from which it
          could be worked out. Zero is shown. A referral that asks for two kinds of help counts under both.
          Each quarter is counted as a whole, once it is over.
        </p>
      </div>
    </Page>
  )
}
