import { newId } from '#kernel/ids.ts'
import { memberOf } from './agreement-rows.ts'
import { type Member, officer, otherPolice, police } from './people.ts'
import { type Row, row } from './row.ts'

export const FAILED = 'of a test that was not passed'
export const CLOSED = 'closed'
export const OF_OTHERS = 'of somebody of another organization'

/** What a visitor holds who was shown a certificate. */
export const CERTIFICATE_CODE = '7K3M9QX2WH4T'

const sergeant = memberOf(police, 'sergeant')
const trainer = memberOf(police, 'trainer')
const otherSergeant = memberOf(otherPolice, 'sergeant')

const whereOf = ({ organization }: Member) => ({
  jurisdiction_id: organization.county,
  organization_id: organization.id,
})
const partiesOf = (member: Member) => ({
  ...{ member: member.id, organization: member.organization.id, county: member.organization.county },
})
const facts = (kind: string, member: Member, exists: boolean) => ({
  ...{ kind, of: member.organization.name, parties: partiesOf(member), exists },
})

const settingRow = (kind: string, by: Member, exists: boolean): Row =>
  row(
    'training_setting',
    { ...whereOf(by), pass_mark: 80, assignments: [], gates: {}, slots: {}, changed_by_member_id: by.id },
    facts(kind, by, exists),
  )

const progressRow = (kind: string, of: Member, course: string, exists: boolean): Row =>
  row(
    'training_progress',
    { member_id: of.id, course, jurisdiction_id: of.organization.county, screen: 'first', answered: [] },
    facts(kind, of, exists),
  )

const attemptRow = (kind: string, of: Member, right: number, exists: boolean): Row =>
  row(
    'training_attempt',
    {
      ...{ id: newId(), ...whereOf(of), member_id: of.id, course: 'overdose', version: '1.0.0', answers: [] },
      ...{ asked_count: 10, right_count: right, pass_mark: 80 },
    },
    facts(kind, of, exists),
  )

let sessions = 0
const sessionRow = (kind: string, by: Member, exists: boolean): Row =>
  row(
    'training_session',
    {
      ...{
        id: newId(),
        ...whereOf(by),
        course: 'overdose',
        version: '1.0.0',
        title: 'Overdose',
        minutes: 60,
      },
      ...{
        held_at: new Date(),
        place: null,
        trainers: [],
        code: `AAAAAAAAA${++sessions}`,
        made_by_member_id: by.id,
      },
      closed_at: kind === CLOSED ? new Date() : null,
    },
    facts(kind, by, exists),
  )

const open = sessionRow('open', trainer, true)
const closed = sessionRow(CLOSED, trainer, true)

const attendanceRow = (session: Row, of: Member, by: Member, exists: boolean, kind?: string): Row =>
  row(
    'training_attendance',
    {
      ...{ session_id: session.values.id, member_id: of.id, ...whereOf(by), noted_by_member_id: by.id },
      how: of === by ? 'code' : 'sheet',
    },
    {
      ...facts(kind ?? (of === by ? 'signed in' : 'noted'), of, exists),
      parties: { ...partiesOf(by), member: of.id },
    },
  )

const passed = attemptRow('passed', officer, 9, true)
const failed = attemptRow('not passed', officer, 5, true)
const passedAgain = attemptRow('passed again', officer, 10, true)

let completions = 0
const completionRow = (
  kind: string,
  of: Member,
  by: Member,
  how: 'online' | 'instructor' | 'other-system' | 'classroom',
  {
    exists = false,
    attempt,
    isRevoked = false,
    code,
  }: { exists?: boolean; attempt?: Row; isRevoked?: boolean; code?: string } = {},
): Row =>
  row(
    'training_completion',
    {
      ...{
        id: newId(),
        ...whereOf(by),
        member_id: of.id,
        course: 'overdose',
        title: 'Overdose',
        name: 'T. Reyes',
        how,
      },
      ...{
        part: how === 'instructor' ? 'practice' : 'course',
        checked: how === 'instructor' ? ['Breaths'] : null,
      },
      ...{
        version: null,
        attempt_id: attempt?.values.id ?? null,
        minutes: null,
        score: null,
        expires_on: null,
      },
      session_id: how === 'classroom' ? closed.values.id : null,
      completed_on: '2026-11-01',
      code: code ?? `BBBBBBBBBB${String(++completions).padStart(2, '0')}`,
      recorded_by_member_id: by.id,
      revoked_at: isRevoked ? new Date() : null,
      revoked_by_member_id: isRevoked ? by.id : null,
      revoked_because: isRevoked ? 'Wrong.' : null,
    },
    { ...facts(kind, of, exists), parties: { ...partiesOf(by), member: of.id } },
  )

const attitudeRow = (kind: string, of: Member, exists: boolean): Row =>
  row(
    'training_attitude',
    {
      id: newId(),
      ...whereOf(of),
      course: 'overdose',
      moment: 'before',
      month: '2026-11-01',
      answers: { A1: 4 },
    },
    {
      ...facts(kind, of, exists),
      parties: { organization: of.organization.id, county: of.organization.county },
    },
  )

/** What a police department trains, and what another tries to write or to see of it. */
export const trainingRows: readonly Row[] = [
  settingRow('said', trainer, true),
  settingRow('of others', otherSergeant, false),
  progressRow('begun', officer, 'overdose', true),
  progressRow('the next', officer, 'words', false),
  progressRow('of a sergeant', sergeant, 'overdose', true),
  passed,
  passedAgain,
  failed,
  attemptRow('to come', officer, 9, false),
  attemptRow('of a sergeant', sergeant, 9, true),
  open,
  closed,
  sessionRow('planned', sergeant, false),
  sessionRow('planned by an officer', officer, false),
  attendanceRow(open, sergeant, sergeant, true),
  attendanceRow(open, officer, officer, false),
  attendanceRow(open, trainer, sergeant, false),
  attendanceRow(open, otherSergeant, sergeant, false, OF_OTHERS),
  attendanceRow(closed, officer, officer, false, CLOSED),
  completionRow('earned', officer, officer, 'online', {
    exists: true,
    attempt: passed,
    code: CERTIFICATE_CODE,
  }),
  completionRow('earned again', officer, officer, 'online', { attempt: passedAgain }),
  completionRow(FAILED, officer, officer, 'online', { attempt: failed }),
  completionRow('revoked', officer, sergeant, 'instructor', { exists: true, isRevoked: true }),
  completionRow('practice', officer, sergeant, 'instructor', { exists: true }),
  completionRow('practice to come', officer, sergeant, 'instructor'),
  completionRow('their own practice', sergeant, sergeant, 'instructor'),
  completionRow('from another system', officer, trainer, 'other-system'),
  completionRow('from another system, by a sergeant', officer, sergeant, 'other-system'),
  completionRow('in a room', sergeant, trainer, 'classroom'),
  completionRow(OF_OTHERS, otherSergeant, trainer, 'other-system'),
  attitudeRow('said', officer, true),
  attitudeRow('to be said', officer, false),
]
