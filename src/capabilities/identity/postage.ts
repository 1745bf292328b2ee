import type { AsActor } from '#platform/database/as-actor.ts'
import type { Mailer } from '#platform/mail/mailer.ts'

/** What sending messages about accounts takes. */
export type Postage = {
  readonly asActor: AsActor
  readonly mailer: Mailer | undefined
  /** With which links are signed. */
  readonly linkKey: Buffer
  /** The address that people use, without a slash at the end. */
  readonly origin: string
}
