import { join } from 'node:path'
import { fillCards } from '#jurisdiction-cards'
import { fillLibrary, keepIndex } from '#library'
import type { Config } from '#platform/config/read-config.ts'
import { serve } from '#platform/http/serve.ts'
import { faultFields, type Log } from '#platform/logs/log.ts'
import { smtpMailer } from '#platform/mail/mailer.ts'
import { CannotStart } from '#platform/postgres/cannot-start.ts'
import { application } from './application.tsx'
import { fillAccounts } from './demo/fill-accounts.ts'
import { fillCases } from './demo/fill-cases.ts'
import { fillCharge } from './demo/fill-charge.ts'
import { fillCounts } from './demo/fill-counts.ts'
import { fillDemonstration } from './demo/fill-demonstration.ts'
import { fillDiversions } from './demo/fill-diversions.ts'
import { fillMyRecord } from './demo/fill-my-record.ts'
import { fillPathways } from './demo/fill-pathways.ts'
import { fillPlaces } from './demo/fill-places.ts'
import { fillPrivacy } from './demo/fill-privacy.ts'
import { fillRegister } from './demo/fill-register.ts'
import { fillScreening } from './demo/fill-screening.ts'
import { fillSupplies } from './demo/fill-supplies.ts'
import { fillTraining } from './demo/fill-training.ts'
import { fillVisits } from './demo/fill-visits.ts'
import { jobsFor } from './jobs.ts'
import { lastFirst } from './last-first.ts'
import { openStorage } from './open-storage.ts'

export type Causeway = {
  /** Where a browser on this machine, or the people who use it, find it. */
  readonly address: string
  /** Stops in the order HTTP, jobs, pool, PostgreSQL: nothing loses what it stands on. */
  readonly stop: () => Promise<void>
}

/**
 * Starts everything, in the opposite order of stopping; what was started before something failed is stopped again.
 *
 * @param options.say takes a line for whoever runs Causeway
 * @throws CannotStart when they can do something about it
 */
export const startCauseway = async (options: {
  config: Config
  demo: boolean
  log: Log
  say: (line: string) => void
}): Promise<Causeway> => {
  const { config, demo, log, say } = options
  const closing = lastFirst()
  const onFault = (fault: unknown) => log('fault', faultFields(fault))
  try {
    const storage = await openStorage({ config, as: 'server', say, onFault })
    closing.add(storage.close)
    const { asActor, keys, queue } = storage
    await fillCards(asActor)
    await fillLibrary(asActor)
    if (demo) {
      await fillDemonstration(asActor)
      await fillCounts(asActor)
      await fillRegister(asActor)
      await fillPathways(asActor)
      await fillSupplies(asActor)
      const walked = await fillMyRecord(asActor, keys)
      await fillPrivacy(asActor, walked)
      await fillCharge(asActor, walked)
      await fillScreening(asActor, walked)
      await fillVisits(asActor)
      await fillTraining(asActor, new Date())
      await fillCases(asActor)
      await fillDiversions(asActor)
    }
    const libraryIndex = keepIndex({ asActor, folder: storage.folder, log })
    closing.add(libraryIndex.stop)
    const app = application({
      libraryIndex,
      asActor,
      keys,
      log,
      demo,
      publicOrigin: config.publicOrigin,
      securityContact: config.securityContact,
      trustProxy: config.trustProxy,
      publicFolder: join(import.meta.dirname, 'public'),
    })
    if (demo) {
      const ask = async (path: string, init: RequestInit) => app.request(path, init)
      await fillAccounts(asActor, ask)
      await fillPlaces(ask)
    }
    const serving = await listen(app.fetch, config)
    closing.add(serving.stop)
    const address = config.publicOrigin ?? localAddress(config.host, serving.port)
    const mailer = config.mail && smtpMailer(config.mail.smtpUrl, config.mail.from)
    if (mailer) closing.add(async () => mailer.close())
    await queue.work(
      jobsFor({ asActor, mailer, linkKey: keys.links, checkpointKey: keys.checkpoints, origin: address }),
      (job, fault) => log('job-failed', { job, ...faultFields(fault) }),
    )
    return { address, stop: closing.run }
  } catch (fault) {
    await closing.run().catch(onFault)
    throw fault
  }
}

const listen = async (fetch: Parameters<typeof serve>[0]['fetch'], { host, port }: Config) => {
  try {
    return await serve({ fetch, host, port })
  } catch (fault) {
    const sentence = REASONS[String((fault as NodeJS.ErrnoException).code)]
    throw sentence ? new CannotStart(sentence(host, port)) : fault
  }
}

const REASONS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_, port) =>
    `Port ${port} is taken by another program. Stop it, or set PORT to another number.`,
  EACCES: (_, port) => `Port ${port} is not open to this user. Set PORT to a number above 1023.`,
  EADDRNOTAVAIL: (host) =>
    `This machine has no address ${host}. Set HOST to one of its own, or leave it out.`,
  ENOTFOUND: (host) => `There is no address ${host}. Set HOST to one of this machine's, or leave it out.`,
}

const localAddress = (host: string, port: number): string => {
  const everywhere = host === '0.0.0.0' || host === '::'
  return `http://${everywhere || host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
