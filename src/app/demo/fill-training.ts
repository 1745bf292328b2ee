import type { MemberActor, Role } from '#kernel/actor.ts'
import { addDays, dayAt } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { changeSetting, finishTest, listBoard, type Setting, shippedBook } from '#training'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const police = (number: number, role: Role): MemberActor => ({
  kind: 'member',
  memberId: demoId(3, number),
  organizationId: ORGANIZATIONS.police.id,
  jurisdictionId: COUNTY.id,
  roles: [role],
})
const OFFICER = police(1, 'officer')
const SERGEANT = police(2, 'sergeant')
const TRAINER = police(10, 'trainer')

const FIELD: readonly Role[] = ['officer', 'sergeant']

const settingSince = (since: string): Setting => ({
  passMark: 80,
  assignments: [
    { course: 'overdose', roles: FIELD, since, days: 30, months: 24 },
    { course: 'privacy', roles: FIELD, since, days: 60, months: 12 },
    { course: 'warm-handoffs', roles: FIELD, since, days: 90, months: 24 },
    { course: 'words', roles: ['officer'], since, days: 14, months: null },
  ],
  gates: {
    carry: { mode: 'block', courses: ['overdose'], practice: ['overdose'] },
    refer: { mode: 'warn', courses: ['warm-handoffs', 'privacy'], practice: [] },
  },
  slots: {
    'overdose-product': 'Nasal naloxone 4 mg, two in a kit',
    'overdose-outreach': 'Harbor Navigators, 207-555-0102, any hour',
    'warm-handoffs-angels': 'Harbor Recovery Center, 207-555-0106',
  },
})

/** Which of the invented officers passed which course. */
const PASSED: readonly (readonly [MemberActor, string])[] = [
  [OFFICER, 'overdose'],
  [SERGEANT, 'overdose'],
  [SERGEANT, 'warm-handoffs'],
]

/**
 * Has the invented police ask its officers to learn, and two of them pass some of it; once, however often. What a trainer
 * changed since is left as it is.
 */
export const fillTraining = async (asActor: AsActor, now: Date): Promise<void> => {
  const { courses } = shippedBook()
  const { setting } = await listBoard(asActor, SERGEANT, now)
  if (setting.assignments.length === 0)
    await changeSetting(asActor, TRAINER, settingSince(addDays(dayAt(now, COUNTY.timeZone), -40)))
  for (const [actor, slug] of PASSED) {
    const course = courses.find((one) => one.slug === slug)
    if (!course) continue
    const answers = course.bank.slice(0, 15).map(({ id, choices }, at) => {
      // Two wrong ones: people are people.
      const chosen = choices.find(({ isRight }) => isRight === at > 1) ?? choices[0]
      return { id, chosen: chosen?.id ?? '', right: chosen?.isRight ?? false }
    })
    const id = derivedId('training-attempt', `${actor.memberId} ${slug}`)
    await finishTest(asActor, actor, course, { id, answers }, now)
  }
}
