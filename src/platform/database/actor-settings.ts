import { type Actor, heldBy } from '#kernel/actor.ts'

/** No statement of a page or job may hold its locks longer than this. */
const STATEMENT_TIMEOUT = '15s'

/**
 * The one statement that makes a transaction the actor's: it drops to the role that owns nothing and cannot bypass
 * row-level security, and tells the policies who asks. All of it ends with the transaction, so a pooled connection
 * never carries one actor's rights to the next. Its text is always the same, so that a connection reads it once.
 */
export const actorSettings = (actor: Actor): { text: string; values: string[] } => {
  const settings: Record<string, string> = {
    role: 'causeway_app',
    statement_timeout: STATEMENT_TIMEOUT,
    'causeway.actor_kind': actor.kind,
    'causeway.organization_id': 'organizationId' in actor ? actor.organizationId : '',
    // A person's county is left out: what a county's organizations may all see is not for whoever they help.
    'causeway.jurisdiction_id':
      'jurisdictionId' in actor && actor.kind !== 'person' ? actor.jurisdictionId : '',
    'causeway.person_id': actor.kind === 'person' ? actor.personId : '',
    'causeway.member_id': actor.kind === 'member' ? actor.memberId : '',
    'causeway.roles': 'roles' in actor ? `{${actor.roles.join(',')}}` : '{}',
    'causeway.subject_id': actor.kind === 'link' ? actor.referralId : '',
    'causeway.holding_id': heldBy(actor) ?? '',
    'causeway.claim': actor.kind === 'visitor' ? (actor.claim ?? '') : '',
    'causeway.job': actor.kind === 'job' ? actor.name : '',
  }
  const names = Object.keys(settings)
  return {
    text: `select ${names.map((name, at) => `set_config('${name}', $${at + 1}, true)`).join(', ')}`,
    values: Object.values(settings),
  }
}
