import {
  Alert,
  Button,
  Card,
  Field,
  More,
  Page,
  PageHeading,
  SelectField,
  StepIndicator,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import { type FieldName, listingImports, type Mapping, type TableField } from '#network'
import { DropForm } from './drop-form.page.tsx'
import type { DirectoryImport } from './import.ts'
import { STEPS } from './import-steps.ts'
import type { Beginning } from './read-beginning.ts'

export type ColumnsProps = {
  readonly frame: Frame
  readonly one: DirectoryImport
  readonly beginning: Beginning
  readonly mapping: Mapping
  /** What is wrong, by column; -1 of all. */
  readonly errors: Readonly<Record<number, string>>
  readonly keepAs: string
  /** Kept mappings that fit the columns, by name. */
  readonly kept: readonly { readonly name: string }[]
  readonly keptChosen: string | undefined
}

const FIELDS = Object.entries(listingImports.table.fields) as [FieldName, TableField][]
const GROUPS = [...new Set(FIELDS.map(([, { group }]) => group))]

const Choice = ({
  column,
  name,
  says,
  chosen,
  error,
}: {
  column: number
  name: string
  says: string
  chosen?: string | undefined
  error?: string | undefined
}) => (
  <Field name={`column-${column}`} label={name || `Column ${column + 1}`} hint={says} error={error}>
    <select
      class="usa-input usa-select"
      id={`column-${column}`}
      name={`column-${column}`}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error ? `column-${column}-hint column-${column}-error` : `column-${column}-hint`}
    >
      <option value="">Leave it out</option>
      {GROUPS.map((group) => (
        <optgroup label={group}>
          {FIELDS.filter(([, field]) => field.group === group).map(([value, { label }]) => (
            <option value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </Field>
)

const SHOWN = 3

const examples = ({ samples }: Beginning, column: number): string[] =>
  [...new Set(samples.map((row) => row[column]?.trim() ?? '').filter(Boolean))]
    .slice(0, SHOWN)
    .map((value) => (value.length > 40 ? `${value.slice(0, 40)}…` : value))

const Columns = ({ beginning, mapping, errors }: Pick<ColumnsProps, 'beginning' | 'mapping' | 'errors'>) => (
  <div class="grid">
    {beginning.columns.map((name, column) => (
      <Choice
        column={column}
        name={name}
        says={examples(beginning, column).join(' · ') || 'Empty in the first rows'}
        chosen={mapping[column]}
        error={errors[column]}
      />
    ))}
  </div>
)

/** Says which column of a table is which of our fields. What could be guessed is chosen already. */
export const ColumnsPage = ({ frame, one, beginning, mapping, errors, ...form }: ColumnsProps) => {
  const left = beginning.columns.length - Object.keys(mapping).length
  return (
    <Page {...frame} title="Which column is what" hasErrors={Object.keys(errors).length > 0}>
      <PageHeading
        title="Which column is what?"
        over={one.fileName}
        note={
          left === 0
            ? 'All columns were recognised. See whether they are right.'
            : `${left} of ${beginning.columns.length} columns would be left out. See whether the others are right.`
        }
      />
      <div class="stack gap-3">
        <StepIndicator steps={STEPS} current={1} />
        {errors[-1] && <Alert kind="error">{errors[-1]}</Alert>}
        {form.kept.length > 0 && (
          <form method="get" action={`/imports/${one.id}`} class="stack">
            <input type="hidden" name="step" value="columns" />
            <SelectField
              name="use"
              label="As you said it before"
              options={form.kept.map(({ name }) => ({ value: name, label: name }))}
              value={form.keptChosen}
              empty="As it was guessed"
            />
            <p>
              <Button kind="outline">Use it</Button>
            </p>
          </form>
        )}
        <form method="post" action={`/imports/${one.id}/columns`} class="stack gap-3" novalidate>
          <Card>
            <Columns beginning={beginning} mapping={mapping} errors={errors} />
          </Card>
          <More summary="Remember this for the next time" open={form.keepAs !== ''}>
            <TextField
              name="keepAs"
              label="Name"
              hint="Such as “County resource list”. Files with the same columns are then offered it"
              value={form.keepAs}
              maxlength={80}
              optional
              autocomplete="off"
            />
          </More>
          <p>
            <Button icon="search">Look through the file</Button>
          </p>
        </form>
        <DropForm one={one} />
      </div>
    </Page>
  )
}
