import { derivedId } from '#kernel/ids.ts'
import type { Scenario } from './scenarios.ts'

/** The code that the person of a scenario was given, if they were: its id, what is kept of it, and a session of it. */
export const accessOf = ({ person }: Scenario): string => derivedId('person-access', person)
export const codeHashOf = (scenario: Scenario): string => `code-${accessOf(scenario)}`
export const personSessionOf = (scenario: Scenario): string => `person-session-${accessOf(scenario)}`
