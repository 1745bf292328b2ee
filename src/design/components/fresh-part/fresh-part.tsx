import type { Child } from 'hono/jsx'

export type FreshPartProps = {
  id: string
  /** Answers a POST of the form's values with the inner HTML of this part. POST keeps personal data out of URLs. */
  url: string
  /** The fields that make it stale, by name. */
  fields: readonly string[]
  /** The id of the form, when the part stands outside it. */
  form?: string | undefined
  children?: Child
}

/**
 * A part of a page that the server redraws when named fields change, such as "4 places near Pierpoint".
 * Give it one line with role="status" inside, so that the new finding is announced. Without script it waits for the
 * form's own button.
 */
export const FreshPart = ({ id, url, fields, form, children }: FreshPartProps) => (
  <fresh-part id={id} data-url={url} data-fields={fields.join(' ')} data-form={form}>
    {children}
  </fresh-part>
)
