import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { deleteOldReleaseDrafts } from './release-draft.store.ts'
import { NOTE_TO_PERSON, type NoteWork, sendNote } from './send-note.ts'

const DROP_SIGNINGS = { name: 'drop-signings', retries: 2 } as const

/** What signing leaves to be done. The queues are made when the database is prepared. */
export const SIGNING_QUEUES = [NOTE_TO_PERSON, DROP_SIGNINGS]

/** The same, ready to be run. What nobody signed within a day is forgotten within the hour. */
export const signingJobs = (postage: {
  readonly asActor: AsActor
  readonly mailer: Mailer | undefined
}): readonly Job<never>[] => [
  { ...NOTE_TO_PERSON, run: (work: NoteWork) => sendNote(postage, work) } as Job<never>,
  {
    ...DROP_SIGNINGS,
    run: () => postage.asActor({ kind: 'job', name: DROP_SIGNINGS.name }, deleteOldReleaseDrafts),
    every: '37 * * * *',
  },
]
