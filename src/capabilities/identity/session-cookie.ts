/**
 * The cookie that holds a session's token. Over TLS its name begins with `__Host-`, which makes browsers refuse one that
 * another host or path has set (ASVS 3.3.1 to 3.3.4). No expiry: it ends with the browser; the server ends it sooner.
 *
 * @param publicOrigin the address that people use; undefined: plain http on this machine
 */
export const sessionCookie = (publicOrigin: string | undefined) => {
  const secure = publicOrigin?.startsWith('https:') === true
  return {
    name: secure ? '__Host-causeway' : 'causeway',
    options: { path: '/', httpOnly: true, sameSite: 'Lax', secure },
  } as const
}
