import {
  Alert,
  Button,
  ButtonLink,
  ChipLinks,
  capital,
  EmptyState,
  Face,
  Page,
  PageHeading,
  Pagination,
  Row,
  Rows,
  Section,
  State,
  TextField,
  When,
} from '#design'
import type { Role } from '#kernel/actor.ts'
import type { Frame } from './env.ts'
import type { WaitingInvitation } from './invitation.store.ts'
import { MEMBERS_A_PAGE, type MemberList, type MemberSearch } from './list-members.ts'
import type { Account } from './members.store.ts'
import { roleWord } from './role-words.ts'

/** What was just done, when the browser comes back to the list. */
export const MEMBERS_NEWS = {
  invited: 'The invitation is on its way.',
  resent: 'The invitation is on its way again. The link from before works no more.',
  'taken-back': 'The invitation is taken back. Its link opens nothing.',
  'invitation-gone': 'That invitation was accepted or taken back already.',
} as const

export type MembersProps = {
  readonly frame: Frame
  readonly organizationName: string
  readonly list: MemberList
  readonly search: MemberSearch
  readonly news?: keyof typeof MEMBERS_NEWS | undefined
  readonly now: Date
  readonly zone: string
}

const rolesInLine = (roles: readonly Role[]): string =>
  capital(new Intl.ListFormat('en').format(roles.map(roleWord)))

/** "Provider · Night desk"; a title that only says the role again is left out. */
const workInLine = ({ roles, title }: Pick<Account, 'roles' | 'title'>): string => {
  const line = rolesInLine(roles)
  return title && title.toLowerCase() !== line.toLowerCase() ? `${line} · ${title}` : line
}

/** How an account stands, as shape and word. */
export const AccountState = ({
  account,
}: {
  readonly account: Pick<Account, 'disabledAt' | 'lockedAt' | 'passwordVoidAt'>
}) => {
  if (account.disabledAt) return <State is="shut">Closed</State>
  if (account.lockedAt) return <State is="bad">Locked</State>
  if (account.passwordVoidAt) return <State is="soon">New password asked</State>
  return <State is="open">Open</State>
}

const MemberRow = ({ account, now, zone }: Pick<MembersProps, 'now' | 'zone'> & { account: Account }) => (
  <Row
    id={`member-${account.id}`}
    mark={<Face name={account.name} />}
    title={<a href={`/members/${account.id}`}>{account.name}</a>}
    end={<AccountState account={account} />}
  >
    <p>{workInLine(account)}</p>
    <p class="muted small">
      {account.email} ·{' '}
      {account.lastSeenAt ? (
        <>
          last here <When at={account.lastSeenAt} now={now} zone={zone} />
        </>
      ) : (
        'not here yet'
      )}
    </p>
  </Row>
)

const InvitationRow = ({
  invitation,
  now,
  zone,
}: Pick<MembersProps, 'now' | 'zone'> & { invitation: WaitingInvitation }) => (
  <Row
    id={`invitation-${invitation.id}`}
    title={invitation.name}
    end={
      <>
        <form method="post" action={`/members/invitations/${invitation.id}/resend`}>
          <Button kind="outline" hiddenWords={` to ${invitation.name}`}>
            Send again
          </Button>
        </form>
        <form method="post" action={`/members/invitations/${invitation.id}/take-back`}>
          <Button kind="plain" hiddenWords={` the invitation of ${invitation.name}`}>
            Take back
          </Button>
        </form>
      </>
    }
  >
    <p>{workInLine(invitation)}</p>
    <p class="muted small">
      {invitation.email} · invited <When at={invitation.createdAt} now={now} zone={zone} />
      {invitation.hasEnded ? (
        <>
          {' '}
          · <State is="shut">Ended</State>
        </>
      ) : (
        <>
          {' '}
          · ends <When at={invitation.expiresAt} now={now} zone={zone} as="due" />
        </>
      )}
    </p>
  </Row>
)

const addressOf = ({ words, show }: MemberSearch, change: Partial<MemberSearch> = {}): string => {
  const page = change.page ?? 1
  const shown = 'show' in change ? change.show : show
  const query = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(shown ? { show: shown } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return query.size > 0 ? `/members?${query}` : '/members'
}

const CHIPS = [
  [undefined, 'Everybody'],
  ['open', 'Open'],
  ['locked', 'Locked'],
  ['closed', 'Closed'],
  ['invited', 'Invited'],
] as const

const headline = ({ locked, invitations }: MemberList): string => {
  const parts = [
    ...(locked > 0 ? [locked === 1 ? '1 account is locked' : `${locked} accounts are locked`] : []),
    ...(invitations.length > 0
      ? [invitations.length === 1 ? '1 invitation waits' : `${invitations.length} invitations wait`]
      : []),
  ]
  return parts.length > 0 ? capital(parts.join(', ')) : 'Members'
}

/** For an administrator: who works here with Causeway, who was invited, and what needs them. */
export const MembersPage = ({ frame, organizationName, list, search, news, now, zone }: MembersProps) => (
  <Page {...frame} title="Members">
    <div class="stack gap-3">
      <PageHeading
        title={headline(list)}
        over={`Members of ${organizationName}`}
        note="Who has an account, what each may do, and who has yet to come."
        end={
          <ButtonLink href="/members/invite" icon="plus">
            Invite somebody
          </ButtonLink>
        }
      />
      {news && (
        <Alert kind={news === 'invitation-gone' ? 'info' : 'success'} live>
          <p>{MEMBERS_NEWS[news]}</p>
        </Alert>
      )}
      <form class="stack gap-1" method="get" action="/members">
        {search.show && <input type="hidden" name="show" value={search.show} />}
        <TextField
          name="q"
          label="Find by name, work or address"
          type="search"
          value={search.words}
          autocomplete="off"
        />
        <p>
          <Button kind="outline" icon="search">
            Find
          </Button>
        </p>
      </form>
      <ChipLinks
        label="Which accounts"
        links={CHIPS.map(([show, label]) => ({
          href: addressOf(search, { show }),
          label: show === 'locked' && list.locked > 0 ? `${label}, ${list.locked}` : label,
          current: search.show === show,
        }))}
      />
      {list.invitations.length > 0 && (
        <Section title="Invited" id="invited">
          <Rows plain label="Who was invited">
            {list.invitations.map((invitation) => (
              <InvitationRow invitation={invitation} now={now} zone={zone} />
            ))}
          </Rows>
        </Section>
      )}
      {list.members.length > 0 && (
        <Section title="Members" id="members">
          <Rows label="Members">
            {list.members.map((account) => (
              <MemberRow account={account} now={now} zone={zone} />
            ))}
          </Rows>
        </Section>
      )}
      {list.members.length === 0 && list.invitations.length === 0 && (
        <EmptyState
          icon="people"
          title={search.words ? 'Nobody is called that here' : 'Nobody here'}
          level={2}
          action={
            search.words || search.show ? (
              <ButtonLink kind="outline" href="/members">
                Show everybody
              </ButtonLink>
            ) : undefined
          }
        >
          {search.show === 'locked'
            ? 'No account is locked.'
            : 'Invite somebody, or look for another part of the name.'}
        </EmptyState>
      )}
      <Pagination
        current={search.page}
        last={Math.max(1, Math.ceil(list.found / MEMBERS_A_PAGE))}
        href={(page) => addressOf(search, { page })}
      />
    </div>
  </Page>
)
