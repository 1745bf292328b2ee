import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type Problem = {
  readonly status: ContentfulStatusCode
  /** A short, stable sentence for the kind of problem. */
  readonly title: string
  /** The refusal's code, which programs compare. */
  readonly code: string
  /** A plain sentence for each input that has to change. */
  readonly fields?: Readonly<Record<string, string>>
}

/** An error of the API as problem details (RFC 9457). */
export const problem = (c: Context, { status, title, code, fields }: Problem): Response =>
  c.body(
    JSON.stringify({
      type: `urn:causeway:problem:${code}`,
      title,
      status,
      code,
      ...(fields ? { fields } : {}),
    }),
    status,
    { 'Content-Type': 'application/problem+json' },
  )
