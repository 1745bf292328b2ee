import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export type Fetched = { readonly text: string; readonly headers: IncomingHttpHeaders; readonly bytes: number }

/** Asks as a browser does. @returns the body, and how many bytes came over the wire for it, headers included */
const fetchAs = (address: string, headers: Record<string, string>, body?: string): Promise<Fetched> =>
  new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: false })
    const asking = request(
      address,
      { agent, headers, method: body === undefined ? 'GET' : 'POST' },
      (response) => {
        const chunks: Buffer[] = []
        const { socket } = response
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            text: Buffer.concat(chunks).toString(),
            headers: response.headers,
            bytes: socket.bytesRead,
          }),
        )
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })

const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd', 'sec-fetch-site': 'same-origin' }

/** Signs in with one click. @returns the cookie of the session */
export const signIn = async (address: string, as: string): Promise<string> => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...BROWSER }
  const { headers } = await fetchAs(`${address}/demo/sign-in`, form, `as=${as}`)
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

/** What a browser has to fetch for a page: all of it at the first visit, and the page alone later. */
export const weigh = async (
  address: string,
  path: string,
  cookie: string,
): Promise<{ first: number; later: number }> => {
  const page = await fetchAs(address + path, { ...BROWSER, cookie })
  // The compressed page cannot be read here; what it refers to is the same without.
  const { text } = await fetchAs(address + path, { cookie })
  const parts = new Set(
    [...text.matchAll(/(?:href|src)="(\/(?:assets\/|favicon)[^"]*)"/g)].map(([, part]) => part),
  )
  let first = page.bytes
  for (const part of parts) first += (await fetchAs(address + part, BROWSER)).bytes
  return { first, later: page.bytes }
}
