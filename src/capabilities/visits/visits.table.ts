import type { ColumnType } from 'kysely'
import type { CareKind } from './care.ts'
import type { Asks, CallAnswer, Came, Ending } from './visit.ts'

type Once = ColumnType<Date, Date | undefined, never>
/** What is noted in a later step, once. */
type Later<Value> = ColumnType<Value | null, undefined, Value>

export type Outcome = 'eligible' | 'presumptively-ineligible' | 'hard-stop'

/** What a person said in an intake, each question by its key. */
export type IntakeAnswers = Readonly<Record<string, readonly string[]>>

export type VisitTables = {
  visit: {
    id: string
    jurisdictionId: string
    organizationId: string
    openedByMemberId: string
    openedAt: Once
    came: Came
    asks: Asks
    comfortAt: Later<Date>
    hospitalAt: Later<Date>
    fitAt: Later<Date>
    promiseAt: Later<Date>
    itemsAt: Later<Date>
    outcome: Later<Outcome>
    pathwayVersionId: Later<string>
    decidedAt: Later<Date>
    decidedByMemberId: Later<string>
    overriddenAt: Later<Date>
    overriddenByMemberId: Later<string>
    endedAs: Later<Ending>
    endedAt: Later<Date>
  }
  visitCall: {
    id: string
    visitId: string
    jurisdictionId: string
    organizationId: string
    angelOrganizationId: string
    angelMemberId: string
    calledByMemberId: string
    calledAt: Once
    answer: Later<CallAnswer>
    minutes: Later<number>
    answeredAt: Later<Date>
    hereSaidByStationAt: Later<Date>
    hereSaidByAngelAt: Later<Date>
  }
  surrenderedItem: {
    id: string
    jurisdictionId: string
    organizationId: string
    description: string
    bagNumber: string
    takenOn: string
    takenByMemberId: string
    witnessMemberId: string
    destroyedAt: Later<Date>
    destroyedByMemberId: Later<string>
    secondAt: Later<Date>
    secondMemberId: Later<string>
  }
  angelRoster: {
    memberId: string
    jurisdictionId: string
    organizationId: string
    phone: string
    hours: string[]
    awayUntil: string | null
    place: number
    savedAt: ColumnType<Date, Date | undefined, Date>
  }
  visitPerson: {
    visitId: string
    jurisdictionId: string
    organizationId: string
    angelMemberId: string
    personId: string
    called: string | null
    reach: string | null
    isReturn: boolean
    beganAt: Once
  }
  visitIntake: {
    visitId: string
    jurisdictionId: string
    organizationId: string
    angelMemberId: string
    answers: ColumnType<IntakeAnswers, string, string>
    savedAt: ColumnType<Date, undefined, Date>
    finishedAt: ColumnType<Date | null, undefined, Date | null>
  }
  visitCareStep: {
    id: string
    visitId: string
    jurisdictionId: string
    organizationId: string
    angelMemberId: string
    kind: CareKind
    at: Once
    byMemberId: string
    serviceId: string | null
    result: string | null
    days: number | null
    forAt: Date | null
  }
}
