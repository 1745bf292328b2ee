import type { MemberFrame } from '#design'
import type { Actor, Trace } from '#kernel/actor.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import type { RequestFacts } from '#platform/http/request-facts.ts'
import type { HalfSignedIn, HandedOver, SignedIn, TracedMember } from './signed-in.ts'

/** What `<Page {...frame}>` takes beside the page's own title: place, person, navigation, theme. */
export type Frame = Omit<MemberFrame, 'title' | 'children'>

/** What is known of whoever asks for a page, for the frame around it. */
export type FrameFacts = {
  readonly signedIn: SignedIn | undefined
  /** Path and query of the page, to come back to. */
  readonly path: string
  readonly cookie: (name: string) => string | undefined
}

/** What every route can ask of its context. */
export type Env = {
  Variables: RequestFacts & {
    /** As whom the database is asked: the member or token that was recognised, otherwise a visitor. */
    actor: Actor & { readonly trace: Trace }
    signedIn?: SignedIn
    /** The device is in somebody else's hands, and this page is not theirs: whoever asks is a visitor. */
    handedOver?: HandedOver
    /** Hands the device of this session over, to these pages alone. */
    handOver: (to: HandedOver) => Promise<void>
    /** Only the pages of the second factor look at this; everywhere else its holder is a visitor. */
    halfSignedIn?: HalfSignedIn
    frame: Frame
    /** Keeps what a form brought for the member whose session this browser holds or held. Whether it could. */
    park: (fields: FormFields) => Promise<boolean>
  }
}

/** What a route behind `requireMember` can ask of its context: there is a member. */
export type MemberEnv = {
  Variables: { actor: TracedMember; signedIn: SignedIn; handOver: Env['Variables']['handOver'] }
}
