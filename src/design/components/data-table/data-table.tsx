import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'

export type Column<Row> = {
  title: string
  /** What a cell shows. */
  cell: (row: Row) => Child
  /** Numbers stand right and keep their width. */
  number?: boolean | undefined
}

export type DataTableProps<Row> = {
  /** Unique on the page: the scroll region is named by the caption. */
  id: string
  caption: string
  /** The first column names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** At most 24rem high, with a head that stays. */
  tall?: boolean | undefined
  /** The caption is for screen readers only, because a heading beside it says the same. */
  hideCaption?: boolean | undefined
}

/** A table that scrolls inside itself, never the page: the region takes the focus, so that arrow keys scroll it (WCAG 2.1.1). */
export const DataTable = <Row,>({ id, caption, columns, rows, tall, hideCaption }: DataTableProps<Row>) => (
  <section class={classNames('cw-scroll', tall && 'tall')} aria-labelledby={`${id}-caption`} tabindex={0}>
    <table class="usa-table">
      <caption id={`${id}-caption`}>
        {hideCaption ? <span class="usa-sr-only">{caption}</span> : caption}
      </caption>
      <thead>
        <tr>
          {columns.map(({ title, number }) => (
            <th scope="col" class={number ? 'num' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map(({ cell, number }, index) =>
              index === 0 ? (
                <th scope="row">{cell(row)}</th>
              ) : (
                <td class={number ? 'num' : undefined}>{cell(row)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
