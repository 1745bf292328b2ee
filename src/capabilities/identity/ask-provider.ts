import { createHmac } from 'node:crypto'
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
} from 'openid-client'
import { type IdentityProvider, isOnThisMachine, type ProviderWord } from './identity-provider.ts'
import { ABSOLUTE_LIMIT_HOURS } from './signed-in.ts'

/** Why a provider's answer is not taken. Each has its sentence in sign-on-sentences.ts. */
export type ProviderTrouble =
  | 'provider-unreachable'
  | 'provider-declined'
  | 'provider-trouble'
  | 'wrong-issuer'
  | 'wrong-answer'
  | 'proven-too-long-ago'
  | 'proof-time-missing'

const PATIENCE_SECONDS = 10
const LONGEST_AGO_SECONDS = ABSOLUTE_LIMIT_HOURS * 3600

/** What is asked and answered by: the provider with its secret opened. */
export type OpenedProvider = IdentityProvider & { readonly secret: string }

/** Made from the secret in the browser, so that nothing in the database could be used in its place. */
const derived = (attempt: string, what: 'state' | 'nonce' | 'code verifier'): string =>
  createHmac('sha256', Buffer.from(attempt, 'base64url')).update(what).digest('base64url')

/** Sends the secret in the way that the provider takes it; in the header unless it says otherwise (Discovery 1.0, 3). */
const secretAuth =
  (secret: string): ClientAuth =>
  (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const send = taken.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret)
    return send(server, client, body, headers)
  }

/**
 * Reads what the provider says of itself and of its keys. Anew each time: a provider that changes its keys is believed at
 * once, and one that is gone is noticed before anybody is sent there.
 */
const configure = async (
  provider: Pick<OpenedProvider, 'issuer' | 'clientId' | 'secret'>,
): Promise<Configuration | ProviderTrouble> => {
  const { issuer, clientId, secret } = provider
  const extensions = [enableNonRepudiationChecks, ...(isOnThisMachine(issuer) ? [allowInsecureRequests] : [])]
  try {
    const found = await discovery(new URL(issuer), clientId, undefined, secretAuth(secret), {
      execute: extensions,
      timeout: PATIENCE_SECONDS,
    })
    // Letter for letter: the library would take one with a slash more.
    return found.serverMetadata().issuer === issuer ? found : 'wrong-issuer'
  } catch (fault) {
    return troubleOf(fault)
  }
}

/** Whether a provider can be reached and is who it is said to be. */
export const checkProvider = async (
  provider: Pick<OpenedProvider, 'issuer' | 'clientId' | 'secret'>,
): Promise<ProviderTrouble | undefined> => {
  const found = await configure(provider)
  return typeof found === 'string' ? found : undefined
}

/**
 * The address at the provider to which the browser goes (code flow with PKCE S256, state and nonce).
 *
 * @param input.attempt the secret that stays in the browser
 * @param input.anew whether the provider shall ask even somebody who is signed in there
 */
export const addressAtProvider = async (
  provider: OpenedProvider,
  input: { attempt: string; redirectUri: string; anew: boolean },
): Promise<URL | ProviderTrouble> => {
  const found = await configure(provider)
  if (typeof found === 'string') return found
  return buildAuthorizationUrl(found, {
    redirect_uri: input.redirectUri,
    // Who it is, and nothing about them.
    scope: 'openid',
    state: derived(input.attempt, 'state'),
    nonce: derived(input.attempt, 'nonce'),
    code_challenge: await calculatePKCECodeChallenge(derived(input.attempt, 'code verifier')),
    code_challenge_method: 'S256',
    max_age: String(input.anew ? 0 : LONGEST_AGO_SECONDS),
    ...(input.anew ? { prompt: 'login' } : {}),
    ...(provider.secondFactorAcr.length > 0 ? { acr_values: provider.secondFactorAcr.join(' ') } : {}),
  })
}

/**
 * Exchanges the code for the provider's word, and checks it: state, issuer (also the one in the answer, RFC 9207), code
 * verifier, signature, audience, nonce, expiry, and that whoever it is proved themselves within the last twelve hours.
 *
 * @param input.answer the address with which the browser came back
 */
export const wordOfProvider = async (
  provider: OpenedProvider,
  input: { attempt: string; answer: URL },
): Promise<ProviderWord | ProviderTrouble> => {
  const found = await configure(provider)
  if (typeof found === 'string') return found
  try {
    const tokens = await authorizationCodeGrant(found, input.answer, {
      expectedState: derived(input.attempt, 'state'),
      expectedNonce: derived(input.attempt, 'nonce'),
      pkceCodeVerifier: derived(input.attempt, 'code verifier'),
      idTokenExpected: true,
      maxAge: LONGEST_AGO_SECONDS,
    })
    const claims = tokens.claims()
    if (!claims?.sub || claims.sub.length > 255 || claims.auth_time === undefined) return 'wrong-answer'
    const { amr, acr } = claims
    return {
      subject: claims.sub,
      provenAt: new Date(claims.auth_time * 1000),
      amr: Array.isArray(amr) ? amr.filter((method) => typeof method === 'string') : [],
      acr: typeof acr === 'string' ? acr : undefined,
    }
  } catch (fault) {
    return troubleOf(fault)
  }
}

/** What the library's fault means to whoever wants to sign in. What is no fault of the provider's is thrown on. */
const troubleOf = (fault: unknown): ProviderTrouble => {
  if (fault instanceof AuthorizationResponseError)
    return fault.error === 'access_denied' ? 'provider-declined' : 'provider-trouble'
  if (fault instanceof ResponseBodyError)
    return fault.error === 'invalid_grant' ? 'wrong-answer' : 'provider-trouble'
  // What `fetch` throws when nobody answers.
  if (fault instanceof TypeError && fault.message === 'fetch failed') return 'provider-unreachable'
  if (!(fault instanceof ClientError)) throw fault
  const said = fault.cause instanceof Error ? fault.cause.message : fault.message
  switch (fault.code) {
    case 'OAUTH_TIMEOUT':
      return 'provider-unreachable'
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_PARSE_ERROR':
      return 'provider-trouble'
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
      return 'wrong-issuer'
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return said.includes('last End-User authentication') ? 'proven-too-long-ago' : 'wrong-answer'
    default:
      // Two claims that an operator can put right have a name of their own; the rest is one: it is not believed.
      if (said.includes('"iss"')) return 'wrong-issuer'
      return said.includes('"auth_time"') ? 'proof-time-missing' : 'wrong-answer'
  }
}
