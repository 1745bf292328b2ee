import type { MemberActor } from '#kernel/actor.ts'

/** Who can bind their organization. */
export const ANSWERING = ['administrator', 'manager'] as const

export const isAnswering = ({ roles }: Pick<MemberActor, 'roles'>): boolean =>
  ANSWERING.some((role) => roles.includes(role))
