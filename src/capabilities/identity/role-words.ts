import { ROLES, type Role } from '#kernel/actor.ts'

/** Roles as people say them: one, and several. */
const WORDS: Readonly<Record<Role, readonly [one: string, several: string]>> = {
  officer: ['officer', 'officers'],
  sergeant: ['sergeant', 'sergeants'],
  angel: ['angel', 'angels'],
  navigator: ['navigator', 'navigators'],
  'case-manager': ['case manager', 'case managers'],
  provider: ['provider', 'providers'],
  'harm-reduction': ['harm-reduction worker', 'harm-reduction workers'],
  prosecutor: ['prosecutor liaison', 'prosecutor liaisons'],
  manager: ['program manager', 'program managers'],
  trainer: ['trainer', 'trainers'],
  'privacy-officer': ['privacy officer', 'privacy officers'],
  administrator: ['administrator', 'administrators'],
}

/** "privacy officer" */
export const roleWord = (role: Role): string => WORDS[role][0]

/** "officers and sergeants" */
export const rolesInWords = (roles: readonly Role[]): string =>
  new Intl.ListFormat('en').format(roles.map((role) => WORDS[role][1]))

export const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word)
