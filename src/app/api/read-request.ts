import { z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import { fieldsToChange, notFound, refuse } from './problems.ts'

const JSON_TYPE = /^application\/([a-z.-]+\+)?json\s*(;|$)/i

/** Says in our words what stands against a body that is not JSON, before its fields are looked at. */
export const jsonBody: MiddlewareHandler<Env> = async (c, next) => {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? ''))
    return refuse(c, { status: 415, code: 'not-json', title: 'Send the body as application/json.' })
  let holdsNul = false
  try {
    JSON.parse(await c.req.text(), (_key, value) => {
      holdsNul ||= hasNul(value)
      return value
    })
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    return refuse(c, { status: 400, code: 'malformed-json', title: 'The body is not JSON.' })
  }
  return holdsNul
    ? refuse(c, { status: 400, code: 'malformed-json', title: 'The body holds a NUL, which no text may.' })
    : next()
}

/** PostgreSQL cannot keep a NUL, and no keyboard types one. */
const hasNul = (value: unknown): boolean => typeof value === 'string' && value.includes('\0')

/**
 * Refuses parameters that do not exist or are empty: a filter with a slip in its name that was passed over would find
 * too much, and nobody would know.
 *
 * @param names those that exist
 */
export const knownParameters =
  (names: readonly string[]): MiddlewareHandler<Env> =>
  async (c, next) => {
    const wrong = Object.entries(c.req.queries()).flatMap(([name, values]) =>
      !names.includes(name)
        ? [[name, `There is no such parameter. There are: ${names.join(', ')}.`]]
        : values.some((value) => value.trim() === '' || hasNul(value))
          ? [[name, 'Give it a value, or leave it out.']]
          : [],
    )
    return wrong.length > 0 ? fieldsToChange(c, Object.fromEntries(wrong)) : next()
  }

/** The id in an address. What is no id at all is answered like one that leads nowhere. */
export const referralIdParameter = z.object({
  id: z
    .string()
    .refine(isId)
    .openapi({ param: { name: 'id', in: 'path' }, format: 'uuid', description: 'The referral’s id.' }),
})

type Checked = { readonly target: string } & (
  | { readonly success: true }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
)
type Issue = {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

/** Answers a request whose fields do not fit, with a sentence for each: the first, since one is enough to mend it. */
export const answerUnfitting = (result: Checked, c: Context): Response | undefined => {
  if (result.success) return undefined
  if (result.target === 'param') return notFound(c)
  const sentences: Record<string, string> = {}
  for (const { code, path, message, keys } of result.error.issues) {
    if (code === 'unrecognized_keys' && keys)
      for (const key of keys) sentences[key] ??= 'There is no such field. Leave it out.'
    else sentences[String(path[0] ?? 'body')] ??= message
  }
  return fieldsToChange(c, sentences)
}

type ApiActor = Extract<Actor, { kind: 'member' | 'token' }>

/** Who asks. @throws when the route lacks `requireActor`, which lets through nobody else */
export const actorOf = (c: Context<Env>): ApiActor => {
  const actor = c.get('actor')
  if (actor.kind === 'member' || actor.kind === 'token') return actor
  throw new Error('A route of the API has to ask for requireActor first.')
}
