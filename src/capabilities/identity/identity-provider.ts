import type { Id } from '#kernel/ids.ts'

/** An organization's provider, as far as it is known before its secret is opened. */
export type IdentityProvider = {
  readonly id: Id<'identity-provider'>
  readonly organizationId: Id<'organization'>
  readonly organizationName: string
  readonly issuer: string
  readonly clientId: string
  /** Sealed under a key that the database does not hold. */
  readonly clientSecret: string
  readonly secondFactorAmr: readonly string[]
  readonly secondFactorAcr: readonly string[]
}

/** What a provider says of whoever signed in there, after its signature and all that belongs to it were checked. */
export type ProviderWord = {
  readonly subject: string
  /** When they last proved who they are. */
  readonly provenAt: Date
  /** Methods (RFC 8176), such as "pwd", "otp", "mfa". */
  readonly amr: readonly string[]
  readonly acr: string | undefined
}

/**
 * Whether a provider's word shows that a second factor was used, judged by what its organization has named as evidence.
 * Where nothing was named, nothing shows it.
 */
export const showsSecondFactor = (
  { amr, acr }: Pick<ProviderWord, 'amr' | 'acr'>,
  named: Pick<IdentityProvider, 'secondFactorAmr' | 'secondFactorAcr'>,
): boolean =>
  named.secondFactorAmr.some((method) => amr.includes(method)) ||
  (acr !== undefined && named.secondFactorAcr.includes(acr))

/** How a visitor holds up an account of a provider. An issuer has no space in it, so no two are written alike. */
export const claimOf = (issuer: string, subject: string): string => `${issuer} ${subject}`

/** The part after the @, in small letters; undefined when the text is no address. */
export const domainOf = (email: string): string | undefined =>
  /^[^\s@]+@([^\s@]+)$/.exec(email.trim().toLowerCase())?.[1]

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an address stays on this machine, where alone plain http is allowed. */
export const isOnThisMachine = (issuer: string): boolean => LOOPBACK.has(new URL(issuer).hostname)

/** Whether an issuer can be asked: over TLS, or on this machine, with nothing after its path. */
export const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text) || /[\s?#]/.test(text)) return false
  const { protocol, username } = new URL(text)
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && isOnThisMachine(text)))
}
