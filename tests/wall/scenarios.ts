import { newId } from '#kernel/ids.ts'
import {
  caseWork,
  exchange,
  exchangeMember,
  farOfficer,
  farPlace,
  farPolice,
  farProvider,
  liaison,
  type Member,
  navigator,
  type Organization,
  officer,
  otherPlace,
  otherPolice,
  otherProvider,
  place,
  placeProvider,
  police,
  prosecutor,
} from './people.ts'

export type State =
  | 'submitted'
  | 'accepted'
  | 'accepted-for-date'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'withdrawn after a yes'

/** `draft`: written, not signed. `held back`: the person asked that none of it be shared (42 CFR 2.26). */
export type Life = 'live' | 'expired' | 'stopped' | 'ended' | 'draft' | 'held back'

export type Line = {
  readonly id: string
  readonly from: Organization
  readonly obtainedBy: Member
  readonly to: Organization
  /** The one member of it whom the line names; null: all who work with people there. */
  readonly toMember: Member | null
  readonly classes: readonly string[]
  readonly life: Life
}

export type Link = { readonly id: string; readonly life: 'good' | 'used' | 'expired' }

/** One person, referred once, and what came of it. */
export type Scenario = {
  readonly name: string
  readonly referral: string
  readonly person: string
  readonly from: Organization
  /** Null: sent by another system of the organization. */
  readonly sentBy: Member | null
  readonly to: Organization
  readonly state: State
  /** The person agreed to be contacted by the place. */
  readonly agreed: boolean
  /** How the place answered and confirmed. */
  readonly answeredBy: Member | 'link' | null
  readonly arrived: boolean
  readonly answerLink: Link
  readonly arrivalLink: Link | null
  readonly line: Line | null
}

type Facts = Partial<Omit<Scenario, 'line' | 'answerLink' | 'arrivalLink'>> & {
  readonly line?: Partial<Omit<Line, 'id'>>
  readonly answerLink?: Link['life']
  readonly arrivalLink?: Link['life']
}

const saidYes = (state: State): boolean =>
  state === 'accepted' || state === 'accepted-for-date' || state === 'withdrawn after a yes'

const isAnswered = (state: State): boolean => saidYes(state) || state === 'declined'

/** A referral by an officer to the place, unless said otherwise. */
export const scenario = (name: string, state: State, facts: Facts = {}): Scenario => {
  const to = facts.to ?? place
  const answeredBy = isAnswered(state) ? (facts.answeredBy ?? placeProvider) : null
  const arrivalLink = facts.arrivalLink ?? (answeredBy === 'link' && saidYes(state) ? 'good' : null)
  return {
    name,
    referral: newId(),
    person: newId(),
    from: facts.from ?? police,
    sentBy: facts.sentBy === undefined ? officer : facts.sentBy,
    to,
    state,
    agreed: facts.agreed ?? true,
    answeredBy,
    arrived: facts.arrived ?? false,
    answerLink: { id: newId(), life: facts.answerLink ?? (isAnswered(state) ? 'used' : 'good') },
    arrivalLink: arrivalLink && { id: newId(), life: arrivalLink },
    line: facts.line
      ? {
          id: newId(),
          from: facts.line.from ?? to,
          obtainedBy: facts.line.obtainedBy ?? placeProvider,
          to: facts.line.to ?? facts.from ?? police,
          toMember: facts.line.toMember ?? null,
          classes: facts.line.classes ?? ['handoff'],
          life: facts.line.life ?? 'live',
        }
      : null,
  }
}

export const scenarios: readonly Scenario[] = [
  scenario('waiting', 'submitted'),
  scenario('waiting, no contact wished', 'submitted', { agreed: false }),
  scenario('waiting, sent by a system', 'submitted', { sentBy: null }),
  scenario('waiting, link used', 'submitted', { answerLink: 'used' }),
  scenario('waiting, link expired', 'submitted', { answerLink: 'expired' }),
  scenario('never answered', 'expired', { answerLink: 'expired' }),
  scenario('yes', 'accepted', { arrived: true }),
  scenario('yes, no contact wished', 'accepted', { agreed: false, arrived: true }),
  scenario('yes by link', 'accepted-for-date', { answeredBy: 'link' }),
  scenario('yes by link, arrived', 'accepted', { answeredBy: 'link', arrived: true, arrivalLink: 'used' }),
  scenario('yes by link, arrival link expired', 'accepted', { answeredBy: 'link', arrivalLink: 'expired' }),
  scenario('no', 'declined'),
  scenario('no by link', 'declined', { answeredBy: 'link' }),
  scenario('yes, link left good', 'accepted', { answerLink: 'good' }),
  scenario('no, link left good', 'declined', { answerLink: 'good' }),
  scenario('taken back', 'withdrawn'),
  scenario('taken back after a yes', 'withdrawn after a yes', { answeredBy: 'link' }),
  scenario('yes, release for handoff', 'accepted', { arrived: true, line: {} }),
  scenario('yes, release for contact made', 'accepted', {
    arrived: true,
    line: { classes: ['contact-made'] },
  }),
  scenario('yes, release for something else', 'accepted', {
    arrived: true,
    line: { classes: ['enrolled', 'engaged'] },
  }),
  scenario('yes, release for intake', 'accepted', { arrived: true, line: { classes: ['intake-done'] } }),
  scenario('yes, release for the office', 'accepted', {
    arrived: true,
    line: { to: prosecutor, toMember: liaison, classes: ['intake-done'] },
  }),
  scenario('yes, release expired', 'accepted', { arrived: true, line: { life: 'expired' } }),
  scenario('yes, release stopped', 'accepted', { arrived: true, line: { life: 'stopped' } }),
  scenario('yes, release over with its event', 'accepted', { arrived: true, line: { life: 'ended' } }),
  scenario('yes, release not signed yet', 'accepted', { arrived: true, line: { life: 'draft' } }),
  scenario('yes, release held back', 'accepted', { arrived: true, line: { life: 'held back' } }),
  scenario('yes, release for another agency', 'accepted', { arrived: true, line: { to: otherPolice } }),
  scenario('yes, release by another place', 'accepted', {
    arrived: true,
    line: { from: otherPlace, obtainedBy: otherProvider, classes: ['handoff', 'contact-made'] },
  }),
  scenario('no, release for handoff', 'declined', { line: {} }),
  scenario('waiting, release for handoff', 'submitted', { line: {} }),
  scenario('yes, clinical release to case workers', 'accepted', {
    line: { to: caseWork, classes: ['clinical', 'placement', 'identity'] },
  }),
  scenario('from harm reduction', 'accepted', { from: exchange, sentBy: exchangeMember, arrived: true }),
  scenario('from case work to another place', 'accepted', {
    ...{ from: caseWork, sentBy: navigator, to: otherPlace, answeredBy: otherProvider, arrived: true },
    line: { obtainedBy: otherProvider },
  }),
  scenario('between places', 'declined', {
    ...{ from: place, sentBy: placeProvider, to: otherPlace, answeredBy: otherProvider },
  }),
  scenario('inland', 'accepted', {
    ...{ from: farPolice, sentBy: farOfficer, to: farPlace, answeredBy: farProvider, arrived: true },
    line: { obtainedBy: farProvider },
  }),
]
