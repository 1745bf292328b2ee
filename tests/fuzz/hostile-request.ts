import { newId } from '#kernel/ids.ts'
import type { Seeded } from '#tests/support/seeded.ts'
import type { Who } from '../wall/actors.ts'
import { hostileHeaders, hostileJson, hostileText } from './hostile-values.ts'

/** What is known of the program from outside, to come as near to a good request as an attacker can. */
export type Known = {
  /** Fields of its forms and of its API, with the values that they offer. */
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** Ids of what is somebody's: referrals, people, members, lines of releases, links. */
  readonly ids: readonly string[]
  /** What routes take when all is well; empty for who must not even try that. */
  readonly good: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Signed links, good ones and ended ones, with their holders. */
  readonly links: ReadonlyMap<string, Who>
}

export type Attack = { readonly method: string; readonly path: string; readonly init: RequestInit }

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'BREW']

const anyValue = (draw: Seeded, known: Known, offered: readonly string[] = []): string =>
  draw.oneOf<() => string>([
    () => hostileText(draw),
    () => draw.oneOf(known.ids),
    () => (offered.length > 0 ? draw.oneOf(offered) : 'yes'),
    () => (offered.length > 0 ? draw.oneOf(offered) : newId()),
  ])()

/** Some fields with values, most of them known to the program. */
const anyFields = (draw: Seeded, known: Known): [string, string][] =>
  Array.from({ length: draw.number(14) }, () => {
    const [name, offered] = draw.oneOf([...known.fields])
    const value = anyValue(draw, known, offered)
    return draw.happens(0.95) ? [name, value] : [hostileText(draw), value]
  })

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

const pathOf = (draw: Seeded, known: Known, path: string): string => {
  const filled = path.replaceAll(/\/\*|:\w+/g, (slot) => {
    if (slot === '/*') return `/${encoded(hostileText(draw))}`
    if (slot === ':token' && draw.happens(0.7)) return draw.oneOf([...known.links.keys()])
    return draw.happens(0.7) ? draw.oneOf(known.ids) : encoded(hostileText(draw)) || '-'
  })
  if (draw.happens(0.6)) return filled
  const query = anyFields(draw, known).map(([name, value]) =>
    draw.happens(0.9)
      ? `${encoded(name)}=${encoded(value)}`
      : `${encoded(name)}[]=${value.replaceAll(/[^\w-]/g, '%')}`,
  )
  return `${filled}?${query.join('&')}`
}

const FORM = 'application/x-www-form-urlencoded'

const multipart = (draw: Seeded, known: Known): RequestInit => {
  const parts = anyFields(draw, known).map(([name, value]) => {
    const file = draw.happens(0.3) ? `; filename="${draw.oneOf(['a.png', '../../x', '\u00e9.pdf', ''])}"` : ''
    return `--edge\r\nContent-Disposition: form-data; name="${name.replaceAll(/["\r\n]/g, '')}"${file}\r\n\r\n${value}\r\n`
  })
  const whole = `${parts.join('')}--edge--\r\n`
  return {
    headers: {
      'content-type': draw.oneOf([
        'multipart/form-data; boundary=edge',
        'multipart/form-data',
        'multipart/form-data; boundary=other',
      ]),
    },
    body: draw.happens(0.8) ? whole : whole.slice(0, draw.number(whole.length)),
  }
}

const json = (draw: Seeded, known: Known): RequestInit => {
  const fields = anyFields(draw, known).map(([name, value]) => [
    name,
    draw.happens(0.5) ? value : hostileJson(draw),
  ])
  const text = draw.oneOf<() => string>([
    () => JSON.stringify(Object.fromEntries(fields)),
    () => JSON.stringify(Object.fromEntries(fields)),
    () => JSON.stringify(Object.fromEntries(fields)).slice(0, -1),
    () => `${'['.repeat(20_000)}`,
    () => JSON.stringify(hostileJson(draw)),
    () => '{"id":1e999,"id":"twice","\\u0000":"\\ud800"}',
  ])()
  return {
    headers: {
      'content-type': draw.oneOf([
        'application/json',
        'application/json; charset=utf-16',
        'application/vnd.api+json',
      ]),
    },
    body: text,
  }
}

/** A good body in which one field is hostile, gone or there twice. */
const nearlyGood = (draw: Seeded, known: Known, route: string): RequestInit | undefined => {
  const good = known.good.get(route)
  if (!good) return undefined
  const body = { id: newId(), ...good } as Record<string, unknown>
  const wrong = draw.oneOf(Object.keys(body))
  const isApi = route.includes(' /api/')
  if (draw.happens(0.15)) delete body[wrong]
  else
    body[wrong] = isApi
      ? hostileJson(draw)
      : draw.happens(0.3)
        ? [anyValue(draw, known), hostileText(draw)]
        : anyValue(draw, known)
  if (isApi) return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const pairs = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encoded(name)}=${encoded(String(one))}`),
  )
  return { headers: { 'content-type': FORM }, body: pairs.join('&') }
}

const bodyOf = (draw: Seeded, known: Known, isApi: boolean): RequestInit => {
  const form = (): RequestInit => ({
    headers: { 'content-type': FORM },
    body: anyFields(draw, known)
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .join('&'),
  })
  const usual = isApi ? json : form
  return draw.oneOf<() => RequestInit>([
    () => usual(draw, known),
    () => usual(draw, known),
    () => usual(draw, known),
    form,
    () => json(draw, known),
    () => multipart(draw, known),
    () => ({ headers: { 'content-type': FORM }, body: `a=${'x'.repeat(70_000)}` }),
    () => ({
      headers: { 'content-type': draw.oneOf([FORM, 'text/xml', 'application/octet-stream']) },
      body: new Uint8Array([0, 255, 254, 37, 0, 38, 61]),
    }),
    () => ({}),
  ])()
}

/** A request to a route that means no good. */
export const hostileRequest = (draw: Seeded, known: Known, route: string): Attack => {
  const [own = 'GET', path = '/'] = route.split(' ')
  const method = draw.happens(0.9) ? own : draw.oneOf(METHODS)
  const isBare = method === 'GET' || method === 'HEAD'
  const near = draw.happens(0.6) ? nearlyGood(draw, known, route) : undefined
  const { headers = {}, ...body } = isBare ? {} : (near ?? bodyOf(draw, known, path.startsWith('/api/')))
  const more = draw.happens(0.2) ? hostileHeaders(draw) : {}
  return {
    method,
    path: pathOf(draw, known, path),
    init: { ...body, headers: { ...(headers as object), ...more } },
  }
}
