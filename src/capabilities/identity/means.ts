import type { Keys } from '#platform/config/keys.ts'
import type { AsActor } from '#platform/database/as-actor.ts'

/** What checking or keeping one-time codes takes: the database, and the key that the database does not hold. */
export type Means = { readonly asActor: AsActor; readonly keys: Pick<Keys, 'totp'> }

/** The key under which the secrets of organizations' providers are kept. */
export type SignOnKeys = Pick<Keys, 'signOn'>

/** The key with which links to accounts are signed. */
export type LinkKey = Pick<Keys, 'links'>
