import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Problem, problem } from '#platform/http/problem.ts'

const problemSchema = z
  .object({
    type: z.string().describe('The kind of problem as a URN, made from its code.'),
    title: z.string().describe('A sentence for people.'),
    status: z.int().describe('The same as the status of the response.'),
    code: z.string().describe('The rule that stood against the request, for programs to compare.'),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .describe('For each field that has to change, a sentence that says how.'),
  })
  .openapi('Problem', { description: 'Why a request was refused, as problem details (RFC 9457).' })

const described = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** What every operation can answer instead of what was asked for. */
export const ANYWHERE = {
  401: described('`not-signed-in`: there is no session, and no API token that is good.'),
  403: described('`wrong-role`: the role of the member or token cannot do this.'),
} as const

/** What every operation that reads its query or body can answer. */
export const UNREADABLE = {
  422: described(
    '`fields-to-change`: each field that has to change is named, with a sentence that says how.',
  ),
} as const

/** What every operation with a body can answer. */
export const UNREADABLE_BODY = {
  400: described('`malformed-json`: the body is not JSON, or a text in it holds a NUL.'),
  413: described('`too-large`: the body is larger than 64 KB.'),
  415: described('`not-json`: the body has to be `application/json`.'),
} as const

export const NOT_THERE = {
  404: described(
    '`not-found`: it does not exist, or it is not for you, or your organization declined it. The answer is the same, so that nothing can be learned from it.',
  ),
} as const

/** @param text the codes, and when each is given */
export const conflict = (text: string) => ({ 409: described(text) })

/**
 * Answers with a problem. The type is `never` because a route's own types describe what it answers when all is well;
 * problems are described in its list of responses.
 */
export const refuse = (c: Context, why: Problem): never => problem(c, why) as Response as never

/** The one answer for what does not exist and for what the reader may not know (P2-050). */
export const notFound = (c: Context): never =>
  refuse(c, { status: 404, code: 'not-found', title: 'There is nothing here for you.' })

/** Answers that fields have to change, with a sentence for each. */
export const fieldsToChange = (c: Context, fields: Readonly<Record<string, string>>): never =>
  refuse(c, { status: 422, code: 'fields-to-change', title: 'Some fields have to change.', fields })

/** Status and sentence for each code of a verb's refusals. */
export type RefusalWords<Code extends string> = Readonly<
  Record<Code, { readonly status: ContentfulStatusCode; readonly title: string }>
>
