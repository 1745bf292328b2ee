/**
 * Where to go after signing in: a path of this application. Anything else that came in the address is dropped, so that no
 * link to us can end elsewhere.
 *
 * Judged by the same parser as the browser's, because `//evil.example`, `/\evil.example` and `/<tab>/evil.example` all
 * leave the site.
 *
 * @returns undefined when there is no such path
 */
export const localPath = (given: string | undefined): string | undefined => {
  const here = 'http://here.invalid'
  if (!given?.startsWith('/') || !URL.canParse(given, here)) return undefined
  const url = new URL(given, here)
  if (url.origin !== here) return undefined
  const path = url.pathname + url.search + url.hash
  // Judged once more as it will be sent: `/.//evil.example` is ours, but what is left of it without its dot is not.
  return URL.canParse(path, here) && new URL(path, here).origin === here ? path : undefined
}

/** An address that carries where to go after signing in. */
export const withReturnTo = (path: string, returnTo: string | undefined): string =>
  returnTo ? `${path}?${new URLSearchParams({ returnTo })}` : path
