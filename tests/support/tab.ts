/** What of an application a browser meets. */
type Application = { request: (path: string, init?: RequestInit) => Response | Promise<Response> }

/** A browser as far as it matters to sessions: it keeps cookies and follows nothing by itself. */
export const openTab = (app: Application, origin = 'http://localhost') => {
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(new URL(path, origin).href, {
      ...init,
      headers: { ...init.headers, cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return {
      status: response.status,
      to: response.headers.get('location') ?? '',
      cookies: response.headers.getSetCookie(),
      page: await response.text(),
    }
  }
  return {
    jar,
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

export type Tab = ReturnType<typeof openTab>
