import { record } from '#audit'
import { getCounty, listColleagues } from '#identity'
import { addDays, type Day, dayAt, dayWords } from '#kernel/calendar-day.ts'
import { derivedId, type Id } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { boardOf, readHoldings } from './board.ts'
import { selectHoldings } from './completion.store.ts'
import { selectAllSettings } from './setting.store.ts'
import type { Standing } from './standing.ts'

type Postage = {
  readonly asActor: AsActor
  readonly mailer: Mailer | undefined
  /** The address that people use, without a slash at the end. */
  readonly origin: string
}

type Word = {
  readonly messageId: Id<'message'>
  readonly to: string
  readonly courses: readonly {
    readonly course: string
    readonly by: Day
    readonly is: 'due' | 'ends-soon' | 'overdue'
  }[]
}

export const TELL_OF_TRAINING: QueueSettings = { name: 'tell-of-training', retries: 10 }
export const REMIND_OF_TRAINING: QueueSettings = { name: 'remind-of-training', retries: 5 }
const REMINDER = { kind: 'job', name: REMIND_OF_TRAINING.name } as const

/** Days before a course is due, or after, from which on somebody is told once more. */
const STAGES = [14, 3, 0, -14] as const

/** Which reminder a day calls for; undefined: none yet. */
const stageOf = (by: Day, today: Day): number | undefined =>
  STAGES.findLast((days) => by <= addDays(today, days))

/**
 * Each day, leaves a letter for everybody for whom a course came nearer: two weeks before, three days before, on the last
 * day, and two weeks after. One letter for all their courses; its id follows from what it says, so that it goes out once.
 */
export const remindOfTraining = (asActor: AsActor, now: Date): Promise<void> =>
  asActor(REMINDER, async (tx) => {
    for (const { organizationId, jurisdictionId, ...setting } of await selectAllSettings(tx)) {
      const { timeZone } = await getCounty(tx, jurisdictionId)
      const today = dayAt(now, timeZone)
      const held = await selectHoldings(tx, organizationId)
      const colleagues = await listColleagues(tx, [organizationId])
      const holdings = new Map(held.map((one) => [one.memberId, readHoldings(one.held)]))
      const { people } = boardOf(setting, colleagues, holdings, today, timeZone)
      let told = 0
      for (const { person, standings } of people) {
        const courses = [...standings].flatMap(([course, standing]) => openOf(course, standing))
        const stages = courses.flatMap(({ course, by }) => {
          const stage = stageOf(by, today)
          return stage === undefined ? [] : [`${course} ${by} ${stage}`]
        })
        if (stages.length === 0) continue
        leaveWord(tx, {
          messageId: derivedId('message', `${person.id} ${stages.join()}`),
          to: person.email,
          courses,
        })
        told++
      }
      if (told > 0)
        await record(tx, {
          ...{ action: 'training.remind', subjectKind: 'organization', subjectIds: [organizationId] },
          ...{ outcome: 'done', jurisdictionId, detail: { told } },
        })
    }
  })

const openOf = (course: string, standing: Standing): Word['courses'] => {
  if (standing.is === 'current') return []
  return [{ course, is: standing.is, by: standing.is === 'ends-soon' ? standing.until : standing.by }]
}

const leaveWord = (tx: Tx, word: Word): void => tx.enqueue<Word>(TELL_OF_TRAINING, word)

const SAID = {
  due: (day: string) => `to finish by ${day}`,
  'ends-soon': (day: string) => `holds through ${day}; take it again before`,
  overdue: (day: string) => `was due on ${day}`,
} as const

/** Sends a member the list of what they are to finish. */
const tellOfTraining = (
  { asActor, mailer, origin }: Postage,
  titleOf: (course: string) => string,
  { messageId, to, courses }: Word,
): Promise<void> =>
  sendOnce(asActor, mailer, TELL_OF_TRAINING.name, messageId, {
    write: async () => ({
      to,
      subject: courses.some(({ is }) => is === 'overdue')
        ? 'Your training is overdue'
        : 'Your training is due soon',
      text: [
        ...courses.map(({ course, by, is }) => `- ${titleOf(course)}: ${SAID[is](dayWords(by, 'en'))}`),
        '',
        'Each is done on a phone in short screens, and goes on where you left it:',
        `${origin}/training`,
        '',
      ].join('\n'),
    }),
  })

export const remindJob = (asActor: AsActor): Job<never> => ({
  ...REMIND_OF_TRAINING,
  every: '20 10 * * *',
  run: () => remindOfTraining(asActor, new Date()),
})

export const tellJob = (postage: Postage, titleOf: (course: string) => string): Job<never> =>
  ({ ...TELL_OF_TRAINING, run: (word: Word) => tellOfTraining(postage, titleOf, word) }) as Job<never>
