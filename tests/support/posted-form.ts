/** A form as a browser posts it: the body and the header that names its kind. */
export const postedForm = (
  fields: Readonly<Record<string, string | readonly string[]>>,
): [body: string, headers: Record<string, string>] => {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(name, value)
  return [body.toString(), { 'content-type': 'application/x-www-form-urlencoded' }]
}
