import { type Context, Hono } from 'hono'
import type { SignedCopy } from '#consent'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { fileHeaders } from '#platform/files/file-kinds.ts'
import { formFile } from '#platform/http/form-body.ts'
import { findCopy } from './find-copy.ts'
import { keepScan, MOST_SCANS, openScan, type ScanRefusal } from './keep-scan.ts'
import { SIGN_WITH } from './signing.routes.ts'

/** Where a file is sent to: the one place of the application that takes more than a form. */
export const isScanUpload = (path: string): boolean => /^\/releases\/[^/]+\/scan$/.test(path)

const SENTENCES: Readonly<Record<ScanRefusal['refused'], string>> = {
  'not-on-paper': 'This release was signed on the tablet: there is no paper of it.',
  'no-file': 'Choose a file first.',
  'too-large': 'The file is larger than 6 MB. Scan it in fewer colors, or page by page.',
  'wrong-kind': 'This is no PDF, JPEG or PNG, or it is broken. Choose another file.',
  'too-many': `There are ${MOST_SCANS} files of this paper already.`,
}

type In = Context<Env & MemberEnv>

/**
 * The paper of a release, scanned or photographed.
 *
 * @param showCopy the page of the release, with what was wrong with the file
 */
export const scansRoutes = ({
  asActor,
  showCopy,
}: {
  asActor: AsActor
  showCopy: (c: In, copy: SignedCopy, error: string) => Promise<Response>
}): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember(...SIGN_WITH)

  routes.post('/releases/:id/scan', member, async (c) => {
    const { actor } = c.get('signedIn')
    const copy = await findCopy(asActor, actor, c.req.param('id'))
    if (!copy) return c.notFound()
    const kept = await keepScan(asActor, actor, copy, { id: newId(), file: await formFile(c, 'scan') })
    return isRefusal(kept)
      ? showCopy(c, copy, SENTENCES[kept.refused])
      : c.redirect(`/releases/${copy.id}?said=kept#paper`, 303)
  })

  routes.get('/releases/:id/scan/:scan', member, async (c) => {
    const { actor } = c.get('signedIn')
    const scanId = c.req.param('scan')
    const copy = await findCopy(asActor, actor, c.req.param('id'))
    if (!copy || !isId(scanId)) return c.notFound()
    const scan = await openScan(asActor, actor, { releaseId: copy.id, scanId })
    if (!scan) return c.notFound()
    return c.body(new Uint8Array(scan.content), 200, fileHeaders(scan.mediaType, 'paper'))
  })

  return routes
}
