import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isAgreementUpload } from '#agreements'
import { type Env, recognise } from '#identity'
import { isImportUpload, LARGEST_IMPORT_BYTES } from '#imports'
import { isImportOfRecords, type LibraryIndex } from '#library'
import type { Keys } from '#platform/config/keys.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { LARGEST_SCAN_BYTES } from '#platform/files/file-kinds.ts'
import { allowedMethods } from '#platform/http/allowed-methods.ts'
import { builtFiles, readAssetNames } from '#platform/http/assets.ts'
import { compressed } from '#platform/http/compressed.ts'
import { requestFacts } from '#platform/http/request-facts.ts'
import { sameOrigin } from '#platform/http/same-origin.ts'
import { neverStored, securityHeaders } from '#platform/http/security-headers.ts'
import type { Log } from '#platform/logs/log.ts'
import { isScanUpload } from '#signing'
import { type CourseBook, isLearningUpload } from '#training'
import { frameOf } from './frame.ts'
import { routesFor } from './routes.ts'
import { troubleAnswers } from './trouble.routes.ts'

export type ApplicationNeeds = {
  readonly asActor: AsActor
  readonly keys: Keys
  readonly log: Log
  /** The address that people use; undefined: this machine's. */
  readonly publicOrigin: string | undefined
  readonly trustProxy: boolean
  /** Whether the application was started for trying it out. */
  readonly demo: boolean
  /** Where the build put what browsers fetch. */
  readonly publicFolder: string
  /** To whom a weakness of this installation is reported, as a URI; left out: nobody is named. */
  readonly securityContact?: string | undefined
  /** Left out: the database searches the library. */
  readonly libraryIndex?: LibraryIndex | undefined
  /** The courses that are taught; left out: those that came with the program. */
  readonly book?: CourseBook
}

/** No form of ours comes near: a long note in every field is 20 KB. */
const LARGEST_BODY_BYTES = 64 * 1024

/** The whole application as one function from request to response, with or without a socket. */
export const application = (needs: ApplicationNeeds): Hono<Env> => {
  const { asActor, publicOrigin, publicFolder, log } = needs
  const assets = { style: '', script: '', ...readAssetNames(publicFolder) }
  const frameFor = frameOf({ assets, demo: needs.demo })
  const files = builtFiles(publicFolder)
  const app = new Hono<Env>()
  const trouble = troubleAnswers({ frameFor, log, methodsAt: (path) => allowedMethods(app, path) })

  app.onError(trouble.fault)
  app.notFound(trouble.notFound)
  app.use(requestFacts(log, needs.trustProxy))
  app.use(securityHeaders(publicOrigin?.startsWith('https:') === true))
  app.get('/assets/*', files)
  app.get('/favicon.svg', files)
  app.use(neverStored)
  app.use(compressed)
  app.use(sameOrigin(publicOrigin, trouble.fromElsewhere))
  const formLimit = bodyLimit({ maxSize: LARGEST_BODY_BYTES, onError: trouble.tooLarge })
  const scanLimit = bodyLimit({
    maxSize: LARGEST_SCAN_BYTES + LARGEST_BODY_BYTES,
    onError: trouble.tooLarge,
  })
  const importLimit = bodyLimit({
    maxSize: LARGEST_IMPORT_BYTES + LARGEST_BODY_BYTES,
    onError: trouble.tooLarge,
  })
  const takesScan = (path: string) => isScanUpload(path) || isAgreementUpload(path) || isLearningUpload(path)
  app.use((c, next) => {
    if (isImportUpload(c.req.method, c.req.path) || isImportOfRecords(c.req.method, c.req.path))
      return importLimit(c, next)
    return takesScan(c.req.path) ? scanLimit(c, next) : formLimit(c, next)
  })
  app.use(recognise({ asActor, publicOrigin, frameFor }))
  for (const routes of routesFor(needs)) app.route('/', routes)
  return app
}
