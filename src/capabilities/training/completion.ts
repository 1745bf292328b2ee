import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import { newCertificateCode } from './certificate-code.ts'
import type { NewCompletion } from './completion.store.ts'
import { monthsOf, type Setting } from './setting.ts'
import { lastDay } from './standing.ts'
import type { How, Part } from './training.table.ts'

/** What a certificate has to know of a course. */
export type CourseCard = {
  readonly slug: string
  readonly title: string
  readonly version: string
  readonly minutes: number
}

/** What was finished, by whom, how, and when. */
export type Finished = {
  readonly member: { readonly id: string; readonly name: string }
  readonly course: Pick<CourseCard, 'slug' | 'title'> & Partial<CourseCard>
  readonly on: Day
  readonly how: How
  readonly part?: Part
  readonly attemptId?: string
  readonly sessionId?: string
  readonly checked?: readonly string[]
  readonly minutes?: number | undefined
  readonly score?: number | undefined
  /** The last day on which it holds, where whoever gave it said so; else as the agency's setting has it. */
  readonly until?: Day | undefined
  /** What makes it one: the same act recorded again is the same certificate. */
  readonly from: string
}

/** A certificate, as it is written down by the actor. */
export const completionOf = (actor: MemberActor, setting: Setting, finished: Finished): NewCompletion => {
  const { member, course, on, how, part = 'course' } = finished
  return {
    id: derivedId('training-completion', `${member.id} ${course.slug} ${part} ${finished.from}`),
    jurisdictionId: actor.jurisdictionId,
    organizationId: actor.organizationId,
    memberId: member.id,
    course: course.slug,
    title: course.title,
    version: course.version ?? null,
    name: member.name,
    ...{ part, how },
    attemptId: finished.attemptId ?? null,
    sessionId: finished.sessionId ?? null,
    checked: finished.checked ? [...finished.checked] : null,
    completedOn: on,
    expiresOn: finished.until ?? lastDay(on, monthsOf(setting, course.slug)) ?? null,
    minutes: finished.minutes ?? course.minutes ?? null,
    score: finished.score ?? null,
    code: newCertificateCode(),
    recordedByMemberId: actor.memberId,
  }
}
