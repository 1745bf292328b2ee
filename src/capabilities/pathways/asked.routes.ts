import type { Context } from 'hono'
import type { TypedDate } from '#design'
import type { Env, MemberEnv } from '#identity'
import { type Day, dayAt } from '#kernel/calendar-day.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'

export type In = Context<Env & MemberEnv>

export type PathwayNeeds = {
  readonly asActor: AsActor
}

export const todayOf = (c: In): Day => dayAt(new Date(), c.get('signedIn').timeZone)

/** A day as it was typed, whole or not. */
export const typedDate = (fields: FormFields, name: string): TypedDate => ({
  month: firstOf(fields, `${name}-month`),
  day: firstOf(fields, `${name}-day`),
  year: firstOf(fields, `${name}-year`),
})
