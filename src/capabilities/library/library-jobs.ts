import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import { checkLinks } from './check-links.ts'
import { listHarvests } from './harvest.store.ts'
import { harvest } from './harvest.ts'
import type { Rights } from './record.ts'

const CHECK_LINKS = { name: 'check-library-links', retries: 1 } as const
const HARVEST = { name: 'harvest-library', retries: 3 } as const

/** Work on the library that comes round by itself. The queues are made when the database is prepared. */
export const LIBRARY_QUEUES: readonly QueueSettings[] = [CHECK_LINKS, HARVEST]

/** Each night: what is new in the libraries that are harvested. */
const harvestAll = async (asActor: AsActor): Promise<void> => {
  const actor = { kind: 'job', name: HARVEST.name } as const
  const failed: string[] = []
  for (const { url, setSpec, rights } of await asActor(actor, listHarvests)) {
    const done = await harvest(asActor, { url, set: setSpec, rights: rights as Rights }, () => {}, actor)
    if (isRefusal(done)) failed.push(url)
  }
  if (failed.length > 0) throw new Error(`These libraries were not harvested: ${failed.join(', ')}`)
}

/** The same, ready to be run. */
export const libraryJobs = ({ asActor }: { asActor: AsActor }): readonly Job<never>[] => [
  { ...CHECK_LINKS, every: '17 * * * *', run: async () => void (await checkLinks(asActor, new Date())) },
  { ...HARVEST, every: '23 7 * * *', run: () => harvestAll(asActor) },
]
