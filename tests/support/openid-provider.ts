import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Who is signed in at the provider, and what it says of how. */
export type Somebody = {
  readonly subject: string
  readonly amr?: readonly string[]
  readonly acr?: string
  /** Seconds since they proved who they are; now unless said. */
  readonly secondsAgo?: number
}

export type OpenIdProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /**
   * Goes where a browser is sent, signs somebody in there, and comes back.
   * @returns the address at which the browser ends: the callback with its answer
   */
  readonly visit: (address: string, somebody: Somebody) => Promise<string>
  /** From now on the provider signs with another key, and shows this one. */
  readonly changeKeys: () => void
  /** From now on the provider signs with a key that it does not show. */
  readonly hideKeys: () => void
  readonly close: () => Promise<void>
}

const clientId = 'causeway'
const clientSecret = 'a secret between the two of us, long enough'

let keysMade = 0
const newKey = (): JsonWebKey => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'ES256',
  kid: `key-${++keysMade}`,
})

/** A real OpenID provider on this machine, which lets in whoever the test says. */
export const openIdProvider = async (redirectUri: string): Promise<OpenIdProvider> => {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let waiting: Somebody | undefined

  const signingWith = (key: JsonWebKey): ReturnType<Provider['callback']> => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: [redirectUri],
          id_token_signed_response_alg: 'ES256',
          require_auth_time: true,
        },
      ],
      jwks: { keys: [key as never] },
      cookies: { keys: ['a key of the test'] },
      pkce: { required: () => true },
      acrValues: ['urn:county:two', 'urn:county:one'],
      claims: { openid: ['sub', 'amr'], acr: null, auth_time: null, sid: null },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new provider.Grant({
          clientId: oidc.client?.clientId as string,
          accountId: oidc.session?.accountId as string,
        })
        grant.addOIDCScope('openid')
        await grant.save()
        return grant
      },
      ttl: { Session: 3600, Grant: 3600, Interaction: 600, AccessToken: 600, IdToken: 600 },
    })
    provider.on('server_error', (_, fault) => console.error(fault))
    const answer = provider.callback()
    return async (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return answer(request, response)
      const { subject, amr = [], acr, secondsAgo = 0 } = waiting as Somebody
      const login = {
        accountId: subject,
        amr: [...amr],
        ts: Math.floor(Date.now() / 1000) - secondsAgo,
        ...(acr ? { acr } : {}),
      }
      await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
    }
  }

  handle = signingWith(newKey())
  return {
    issuer,
    clientId,
    clientSecret,
    visit: async (address, somebody) => {
      waiting = somebody
      const jar = new Map<string, string>()
      for (let at = address; ; ) {
        if (at.startsWith(redirectUri)) return at
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          jar.set(name, value)
        }
        const next = response.headers.get('location')
        if (!next) throw new Error(`The provider stopped at ${at}: ${await response.text()}`)
        at = new URL(next, at).href
      }
    },
    changeKeys: () => {
      handle = signingWith(newKey())
    },
    hideKeys: () => {
      const [shows, signs] = [handle, signingWith(newKey())]
      handle = (request, response) => (request.url === '/jwks' ? shows : signs)(request, response)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
