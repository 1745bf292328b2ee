export type ChoiceGridRow = {
  name: string
  label: string
  hint?: string | undefined
  values: readonly string[]
  /** Shown, and not to be changed by this reader. */
  fixed?: boolean | undefined
}

export type ChoiceGridProps = {
  /** Unique on the page. */
  id: string
  caption: string
  columns: readonly { value: string; label: string }[]
  rows: readonly ChoiceGridRow[]
}

/** The same few answers to several questions: a table of checkboxes, each named by its row and its column. */
export const ChoiceGrid = ({ id, caption, columns, rows }: ChoiceGridProps) => (
  <section class="cw-scroll" aria-labelledby={`${id}-caption`} tabindex={0}>
    <table class="usa-table cw-grid-choice">
      <caption id={`${id}-caption`}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          {columns.map(({ label }) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, label, hint, values, fixed }) => (
          <tr>
            <th scope="row">
              {label}
              {hint && <span class="muted">{hint}</span>}
            </th>
            {columns.map((column) => (
              <td>
                <label>
                  <input
                    type="checkbox"
                    name={name}
                    value={column.value}
                    checked={values.includes(column.value)}
                    disabled={fixed}
                  />
                  <span class="usa-sr-only">{`${label}: ${column.label}`}</span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
