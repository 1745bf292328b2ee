/** Where browsers find us, as passkeys and providers are told. */
export type RelyingParty = {
  /** The address that people use, such as https://causeway.example.gov. */
  readonly origin: string
  /** Its host's name: a passkey works for this name and no other. */
  readonly id: string
}

/**
 * From the configuration alone, because a request can claim any host. Without PUBLIC_ORIGIN, on one's own machine, the
 * request is believed when it says "localhost".
 *
 * @param publicOrigin the address that people use; undefined: plain http on this machine
 * @returns undefined where nobody has said what the address is; then there are neither passkeys nor single sign-on
 */
export const relyingParty = (
  publicOrigin: string | undefined,
  requested: string,
): RelyingParty | undefined => {
  const { origin, hostname: id } = new URL(publicOrigin ?? requested)
  return publicOrigin !== undefined || id === 'localhost' ? { origin, id } : undefined
}
