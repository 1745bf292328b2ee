import { TextField } from '#design'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { Definition } from './definition.ts'

export type PartFieldsProps = {
  readonly definition: Definition
  readonly item: string | undefined
  /** The question that a new criterion is about. */
  readonly question?: string | undefined
  readonly fields?: FormFields | undefined
  readonly errors: Readonly<Record<string, string>>
}

export const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export type Found = Readonly<Record<string, unknown>> | undefined

/** What is in a field: what was typed, or what is so now. */
export const values = ({ fields }: PartFieldsProps, found: Found) => ({
  one: (name: string): string => (fields ? firstOf(fields, name) : String(found?.[name] ?? '')),
  many: (name: string): readonly string[] =>
    fields ? (fields[name] ?? []) : ((found?.[name] as readonly string[] | undefined) ?? []),
})

export const SourceField = ({ value, error }: { value: string; error: string | undefined }) => (
  <TextField
    name="source"
    label="Where it comes from"
    hint="A law, a policy, an operator’s protocol"
    optional
    value={value}
    error={error}
    maxlength={300}
  />
)
