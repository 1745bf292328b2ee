import { REMIND_OF_TRAINING, remindJob, TELL_OF_TRAINING, tellJob } from './remind-of-training.ts'
import { shippedBook } from './shipped-book.ts'
import { titleIn } from './training-words.ts'

/** What training leaves to be done. The queues are made when the database is prepared. */
export const TRAINING_QUEUES = [REMIND_OF_TRAINING, TELL_OF_TRAINING]

/** The same, ready to be run. */
export const trainingJobs = (postage: Parameters<typeof tellJob>[0]) => [
  remindJob(postage.asActor),
  tellJob(postage, titleIn(shippedBook().courses)),
]
