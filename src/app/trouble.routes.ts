import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import type { HTTPResponseError } from 'hono/types'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Env, Frame } from '#identity'
import { problem } from '#platform/http/problem.ts'
import { faultFields, type Log } from '#platform/logs/log.ts'
import type { FrameFacts } from './frame.ts'
import { type Trouble, TroublePage } from './trouble.page.tsx'

const NOT_FOUND: Trouble = {
  title: 'There is no page here',
  note: 'The address may have been typed wrongly, or the page may have moved.',
}
const WRONG_METHOD: Trouble = {
  title: 'This address is used in another way',
  note: 'Nothing was done. Go back to the page that you came from, and use its own buttons.',
}
const FROM_ELSEWHERE: Trouble = {
  title: 'This was not sent from Causeway, so nothing was done',
  note: 'To keep others from acting in your name, forms are taken only from our own pages. Open the page again and send it from there.',
}
const TOO_LARGE: Trouble = {
  title: 'That is more than can be sent at once',
  note: 'Nothing was saved. Go back, shorten what you wrote, and send it again: your text is still in the form.',
}
const NOT_UNDERSTOOD: Trouble = {
  title: 'This request could not be understood',
  note: 'Nothing was done. Open the page again and try once more.',
}
const FAULT: Trouble = {
  title: 'Something went wrong on our side',
  note: 'It is not your fault. Nothing was half done: try again in a moment. If somebody is in danger, call 911 now.',
}

/** What is answered when no route can: a page in the design for people, a problem (RFC 9457) for programs. */
export const troubleAnswers = ({
  frameFor,
  log,
  methodsAt,
}: {
  frameFor: (facts: FrameFacts) => Frame
  log: Log
  /** With which methods there is something at a path. */
  methodsAt: (path: string) => readonly string[]
}) => {
  const strangersFrame = (c: Context<Env>) =>
    frameFor({ signedIn: undefined, path: '/', cookie: (name) => getCookie(c, name) })
  const answer = (c: Context<Env>, status: ContentfulStatusCode, code: string, trouble: Trouble) => {
    if (/^\/(api|hsds)\//.test(c.req.path)) return problem(c, { status, code, title: `${trouble.title}.` })
    // Trouble can come before it is known who asks.
    const frame: Frame | undefined = c.get('frame')
    const requestId = status >= 500 ? c.get('requestId') : undefined
    return c.html(TroublePage({ frame: frame ?? strangersFrame(c), requestId, ...trouble }), status)
  }
  return {
    notFound: (c: Context<Env>) => {
      const methods = methodsAt(c.req.path)
      if (methods.length === 0 || methods.includes(c.req.method))
        return answer(c, 404, 'not-found', NOT_FOUND)
      c.header('Allow', methods.join(', '))
      return answer(c, 405, 'wrong-method', WRONG_METHOD)
    },
    fromElsewhere: (c: Context<Env>) => answer(c, 403, 'from-elsewhere', FROM_ELSEWHERE),
    tooLarge: (c: Context<Env>) => answer(c, 413, 'too-large', TOO_LARGE),
    fault: (fault: Error | HTTPResponseError, c: Context<Env>) => {
      if (fault instanceof HTTPException && fault.status < 500)
        return answer(c, fault.status as ContentfulStatusCode, 'not-understood', NOT_UNDERSTOOD)
      log('fault', { requestId: c.get('requestId'), method: c.req.method, ...faultFields(fault) })
      return answer(c, 500, 'fault', FAULT)
    },
  }
}
