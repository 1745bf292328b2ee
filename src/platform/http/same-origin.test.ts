import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { sameOrigin } from './same-origin.ts'

const post = (headers: Record<string, string>, publicOrigin?: string) => {
  const app = new Hono()
  app.use(sameOrigin(publicOrigin, (c) => c.text('refused', 403)))
  app.post('/', (c) => c.text('written'))
  return app.request('/', { method: 'POST', headers: { host: 'here.example', ...headers } })
}

describe('a write from another site (ASVS 3.5.1)', () => {
  it.each([
    [{ origin: 'https://elsewhere.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://here.example' }],
  ])('is refused: %o', async (headers: Record<string, string>) => {
    expect((await post(headers)).status).toBe(403)
  })

  it.each([
    [{ origin: 'https://here.example' }],
    [{ origin: 'http://here.example', 'sec-fetch-site': 'same-origin' }],
    [{}],
  ])('is told from one of our own: %o', async (headers: Record<string, string>) => {
    expect((await post(headers)).status).toBe(200)
  })

  it('is judged by the address that people use, not by the one behind the proxy', async () => {
    const publicOrigin = 'https://causeway.example.gov'
    expect((await post({ origin: publicOrigin }, publicOrigin)).status).toBe(200)
    expect((await post({ origin: 'https://here.example' }, publicOrigin)).status).toBe(403)
  })
})
