import { Button, ButtonLink, Card, Chips, EmptyState, Page, PageHeading, Pagination } from '#design'
import type { Frame } from '#identity'
import type { AlikeRow } from './findings.store.ts'
import { CHOICES, type DirectoryImport } from './import.ts'
import { ALIKE_WORDS, many } from './import-words.ts'

export type AlikeProps = {
  readonly frame: Frame
  readonly one: DirectoryImport
  readonly rows: readonly AlikeRow[]
  readonly page: number
  readonly last: number
}

const OPTIONS = Object.entries(CHOICES).map(([value, label]) => ({ value, label }))

const apart = (feet: number | null): string[] => {
  if (feet === null) return []
  return [
    feet < 1000 ? `${feet.toLocaleString('en-US')} feet apart` : `${(feet / 5280).toFixed(1)} miles apart`,
  ]
}

const Pair = ({ row }: { row: AlikeRow }) => (
  <Card title={row.place} id={`pair-${row.row}`}>
    <p class="muted">
      {[...row.reasons.map((reason) => ALIKE_WORDS[reason]), ...apart(row.feet)].join(', ')}
    </p>
    <section class="cw-scroll" aria-label={`Row ${row.row} beside what is here`} tabindex={0}>
      <table class="usa-table">
        <caption class="usa-sr-only">{`Row ${row.row} and what it may be`}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{`Row ${row.row}`}</th>
            <th scope="col">Here already</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Name</th>
            <td>{row.place}</td>
            <td>{row.theirName ? <a href={`/places/${row.serviceId}`}>{row.theirName}</a> : 'gone since'}</td>
          </tr>
          <tr>
            <th scope="row">Address</th>
            <td>{row.address}</td>
            <td>{row.theirAddress}</td>
          </tr>
          <tr>
            <th scope="row">Phone</th>
            <td>{row.phone ?? 'not known'}</td>
            <td>{row.theirPhone ?? 'not known'}</td>
          </tr>
        </tbody>
      </table>
    </section>
    <Chips
      name={`row-${row.row}`}
      legend={<span class="usa-sr-only">{`What row ${row.row} is`}</span>}
      choose="one"
      options={OPTIONS}
      values={[row.choice]}
    />
  </Card>
)

/** Rows that may be places which are here already, side by side. */
export const AlikePage = ({ frame, one, rows, page, last }: AlikeProps) => (
  <Page {...frame} title="Places that may be here already">
    <PageHeading
      title={`${many(one.found?.alike ?? 0, 'row')} may be here already`}
      over={one.fileName}
      note={
        one.kind === 'hsds'
          ? 'Of the same place, the record is kept for the exchange and people find it once.'
          : undefined
      }
      end={
        <ButtonLink kind="outline" href={`/imports/${one.id}`}>
          Back to the file
        </ButtonLink>
      }
    />
    {rows.length === 0 ? (
      <EmptyState icon="check" title="Nothing to decide">
        No row of the file looks like a place that is here.
      </EmptyState>
    ) : (
      <div class="stack gap-3">
        <form method="post" action={`/imports/${one.id}/alike`} class="stack">
          <Chips name="every" legend="One answer for all of them" choose="one" options={OPTIONS} />
          <p>
            <Button kind="outline">Answer all</Button>
          </p>
        </form>
        <form method="post" action={`/imports/${one.id}/alike?page=${page}`} class="stack gap-3">
          {rows.map((row) => (
            <Pair row={row} />
          ))}
          <p>
            <Button>{page < last ? 'Keep these answers and go on' : 'Keep these answers'}</Button>
          </p>
        </form>
        <Pagination current={page} last={last} href={(to) => `/imports/${one.id}/alike?page=${to}`} />
      </div>
    )}
  </Page>
)
