import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#kernel/calendar-day.ts'
import type { AttitudeMoment } from './attitude.ts'
import type { Assignment, Gates } from './setting.ts'

type Once = ColumnType<Date, Date | undefined, never>
/** What is written in a later step. */
type Later<Value> = ColumnType<Value, never, Value>
/** Read as it is; written as JSON text, because node-postgres would make an array of it. */
type Json<Value> = ColumnType<Value, string, string>

/** Somebody who trains, and what they bring. */
export type Trainer = {
  readonly name: string
  readonly brings: 'peer' | 'program' | 'lived-experience' | 'other'
}

/** One question of a test as it was answered. */
export type AnsweredQuestion = { readonly id: string; readonly chosen: string; readonly right: boolean }

export type Part = 'course' | 'practice'
export type How = 'online' | 'classroom' | 'instructor' | 'other-system'

export type TrainingTables = {
  trainingSetting: {
    organizationId: string
    jurisdictionId: string
    passMark: number
    assignments: Json<readonly Assignment[]>
    gates: Json<Gates>
    slots: Json<Readonly<Record<string, string>>>
    changedByMemberId: string
    changedAt: ColumnType<Date, Date | undefined, Date>
  }
  trainingProgress: {
    memberId: string
    course: string
    jurisdictionId: string
    screen: string
    answered: string[]
    begunAt: Once
    seenAt: ColumnType<Date, Date | undefined, Date>
  }
  trainingAttempt: {
    id: string
    jurisdictionId: string
    organizationId: string
    memberId: string
    course: string
    version: string
    answers: Json<readonly AnsweredQuestion[]>
    askedCount: number
    rightCount: number
    passMark: number
    passed: Generated<boolean>
    finishedAt: Once
  }
  trainingSession: {
    id: string
    jurisdictionId: string
    organizationId: string
    course: string
    version: string
    title: string
    heldAt: Date
    minutes: number
    place: string | null
    trainers: Json<readonly Trainer[]>
    code: string
    madeByMemberId: string
    closedAt: Later<Date | null>
  }
  trainingAttendance: {
    sessionId: string
    memberId: string
    jurisdictionId: string
    organizationId: string
    how: 'code' | 'sheet'
    notedByMemberId: string
    notedAt: Once
  }
  trainingCompletion: {
    id: string
    jurisdictionId: string
    organizationId: string
    memberId: string
    course: string
    part: Part
    title: string
    version: string | null
    name: string
    how: How
    attemptId: string | null
    sessionId: string | null
    checked: string[] | null
    completedOn: Day
    expiresOn: Day | null
    minutes: number | null
    score: number | null
    code: string
    recordedByMemberId: string
    recordedAt: Once
    revokedAt: Later<Date | null>
    revokedByMemberId: Later<string | null>
    revokedBecause: Later<string | null>
  }
  trainingAttitude: {
    id: string
    jurisdictionId: string
    organizationId: string
    course: string
    moment: AttitudeMoment
    month: Day
    answers: Json<Readonly<Record<string, number>>>
  }
}
