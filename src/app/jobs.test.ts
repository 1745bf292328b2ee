import { expect, test } from 'vitest'
import { jobsFor, QUEUES } from './jobs.ts'

test('every job has a queue, with the same number of retries, and no queue is without its job', () => {
  const jobs = jobsFor({
    asActor: () => Promise.reject(new Error('no job runs here')),
    mailer: undefined,
    linkKey: Buffer.alloc(32),
    checkpointKey: Buffer.alloc(32),
    origin: 'http://localhost:3000',
  })
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name)
  expect(jobs.map(({ name, retries }) => ({ name, retries })).toSorted(byName)).toEqual(
    QUEUES.toSorted(byName),
  )
})
