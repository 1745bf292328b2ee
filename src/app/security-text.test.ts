import { describe, expect, it } from 'vitest'
import { securityTextRoutes } from './security-text.routes.ts'

const CONTACT = 'mailto:security@harbor.example.gov'

const ask = (needs: Parameters<typeof securityTextRoutes>[0]) =>
  securityTextRoutes(needs).request('/.well-known/security.txt')

describe('who finds a weakness', () => {
  it('is told whom to write to, in the form of RFC 9116', async () => {
    const response = await ask({ securityContact: CONTACT, publicOrigin: 'https://causeway.example.gov' })
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; ?charset=utf-8$/i)
    const fields = new Map(
      (await response.text()).split('\n').map((line) => line.split(/: (.*)/, 2) as [string, string]),
    )
    expect(fields.get('Contact')).toBe(CONTACT)
    expect(fields.get('Canonical')).toBe('https://causeway.example.gov/.well-known/security.txt')
    const days = (Date.parse(fields.get('Expires') ?? '') - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(30)
    expect(days).toBeLessThan(365)
  })

  it('finds no such file where nobody is named, rather than one without a contact', async () => {
    expect((await ask({ publicOrigin: undefined })).status).toBe(404)
  })
})
