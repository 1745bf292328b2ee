import type { Context } from 'hono'

/** What a form sent: each field's values, in order, without surrounding space. Files are left out. */
export type FormFields = Readonly<Record<string, readonly string[]>>

/** Reads a posted form. A body that is no form counts as an empty one, so that the page can say what is missing. */
export const formFields = async (c: Context): Promise<FormFields> => {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return {}
  const form = await c.req.formData().catch(() => new FormData())
  const fields: Record<string, string[]> = Object.create(null)
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue
    const values = fields[name] ?? []
    // A NUL cannot be stored by PostgreSQL and no keyboard types one.
    values.push(value.replaceAll('\0', '').trim())
    fields[name] = values
  }
  return fields
}

/** The first value of a field, or '' when it was not sent. */
export const firstOf = (fields: FormFields, name: string): string => fields[name]?.[0] ?? ''
