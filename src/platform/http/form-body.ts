import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** What a form sent: each field's values, in order, without surrounding space. Files are left out. */
export type FormFields = Readonly<Record<string, readonly string[]>>

/**
 * Reads a posted form. A body that is no form counts as an empty one, so that the page can say what is missing.
 *
 * @throws HTTPException when the connection was lost before all of it came: a form cut short must not count as one in
 *   which nothing was chosen
 */
export const formFields = async (c: Context): Promise<FormFields> => {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return {}
  const form = await c.req.formData().catch((cause) => {
    if (c.req.raw.signal.aborted) throw new HTTPException(400, { cause })
    return new FormData()
  })
  const fields: Record<string, string[]> = Object.create(null)
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue
    const values = fields[withoutNul(name)] ?? []
    values.push(withoutNul(value).trim())
    fields[withoutNul(name)] = values
  }
  return fields
}

/**
 * The file that a posted form brought in a field; undefined when none was chosen. Its name and its type are what the
 * browser says, and left out: what a file is, its bytes say.
 */
export const formFile = async (c: Context, name: string): Promise<Buffer | undefined> => {
  if (!c.req.header('content-type')?.startsWith('multipart/form-data')) return undefined
  const file = (await c.req.formData().catch(() => new FormData())).get(name)
  return file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : undefined
}

/** A NUL cannot be stored by PostgreSQL and no keyboard types one. */
const withoutNul = (text: string): string => text.replaceAll('\0', '')

/** The first value of a field, or '' when it was not sent. */
export const firstOf = (fields: FormFields, name: string): string => fields[name]?.[0] ?? ''
