import {
  Alert,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Glyph,
  Page,
  PageHeading,
  Pagination,
  Row,
  Rows,
  Section,
  SelectField,
  State,
  TextField,
  When,
} from '#design'
import type { Frame } from '#identity'
import { AGREEMENT_KINDS, endOf, isAgreementKind } from './agreement.ts'
import { CoveragePicture } from './coverage.page.tsx'
import type { AgreementDraft, Attested, Registered, Task } from './list-agreements.ts'
import { AttestedMembers, OwnAgreements, type OwnFacts, ownHeadline, STATES } from './own-agreements.page.tsx'
import {
  LINES_A_PAGE,
  type RegisterSearch,
  registerAddress,
  SHOWN_STATES,
  searchDrafts,
  searchRegister,
} from './register-search.ts'

export type RegisterProps = OwnFacts & {
  readonly frame: Frame
  readonly countyName: string
  readonly agreements: readonly Registered[]
  readonly drafts: readonly AgreementDraft[]
  readonly tasks: readonly Task[]
  /** Empty for members who do not answer for the organization. */
  readonly attested: readonly Attested[]
  readonly search: RegisterSearch
  readonly said: string | undefined
}

/** Sides of an agreement, joined. */
export const betweenWords = ({ parties, withParty }: Pick<Registered, 'parties' | 'withParty'>): string =>
  [...parties.map(({ name }) => name), ...(withParty ? [withParty] : [])].join(' · ')

const SAID: Readonly<Record<string, { bold: string; rest: string }>> = {
  accepted: {
    bold: 'Accepted.',
    rest: 'It is kept with its exact words, and can be read and printed here at any time.',
  },
  kept: { bold: 'Kept as a draft.', rest: 'Nobody else sees it before you send it for signatures.' },
  dropped: { bold: 'The draft is gone.', rest: '' },
}

const Tasks = ({ tasks, now, zone }: RegisterProps) => (
  <Section id="tasks" title="To do">
    <Rows now label="Agreements that wait for you">
      {tasks.map(({ what, agreement }) => (
        <Row
          mark={<Glyph name={what === 'sign' ? 'pen' : 'clock'} />}
          title={what === 'sign' ? 'Sign, or say no' : 'Renew, or let it end'}
          end={
            <ButtonLink
              kind="outline"
              href={`/agreements/kept/${agreement.id}`}
              hiddenWords={`: ${AGREEMENT_KINDS[agreement.kind]} of ${betweenWords(agreement)}`}
            >
              Open
            </ButtonLink>
          }
        >
          <p>
            {AGREEMENT_KINDS[agreement.kind]}: {betweenWords(agreement)}
          </p>
          {what === 'renew' && (
            <p class="muted">
              Ends <When at={endOf(agreement)} now={now} zone={zone} as="due" />
            </p>
          )}
        </Row>
      ))}
    </Rows>
  </Section>
)

const SearchForm = ({ search }: { search: RegisterSearch }) => (
  <form method="get" action="/agreements#register" class="cw-screen-only">
    <Card>
      <div class="grid">
        <div>
          <TextField
            name="q"
            type="search"
            label="Organization or signatory"
            value={search.words || undefined}
            autocomplete="off"
            maxlength={100}
          />
        </div>
        <div>
          <SelectField
            name="kind"
            label="Agreement"
            empty="Any"
            value={search.kind ?? ''}
            options={Object.entries(AGREEMENT_KINDS).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <div>
          <SelectField
            name="state"
            label="How it stands"
            empty="Any"
            value={search.state ?? ''}
            options={Object.entries(SHOWN_STATES).map(([value, label]) => ({ value, label }))}
          />
        </div>
      </div>
      <p>
        <Button kind="outline" icon="search">
          Show these
        </Button>
      </p>
    </Card>
  </form>
)

const Drafts = ({ drafts, now, zone }: Pick<RegisterProps, 'drafts' | 'now' | 'zone'>) => (
  <Rows label="Drafts">
    {drafts.map(({ id, kind, savedAt }) => (
      <Row
        mark={<Glyph name="pen" />}
        title={isAgreementKind(kind) ? AGREEMENT_KINDS[kind] : 'An agreement'}
        end={
          <ButtonLink kind="outline" href={`/agreements/new?draft=${id}`}>
            Go on writing
          </ButtonLink>
        }
      >
        <p class="muted">
          Draft, kept <When at={savedAt} now={now} zone={zone} />
        </p>
      </Row>
    ))}
  </Rows>
)

const Lines = (props: RegisterProps & { found: readonly Registered[] }) => {
  const { search, found, now, zone } = props
  const last = Math.max(1, Math.ceil(found.length / LINES_A_PAGE))
  const page = Math.min(search.page, last)
  return (
    <>
      <p class="muted">{found.length === 1 ? '1 agreement' : `${found.length} agreements`}</p>
      <Rows plain label="Agreements">
        {found.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE).map((one) => (
          <Row
            title={
              <a href={`/agreements/kept/${one.id}`}>
                {AGREEMENT_KINDS[one.kind]}
                <span class="usa-sr-only">: {betweenWords(one)}</span>
              </a>
            }
            end={<State is={STATES[one.state].is}>{STATES[one.state].words}</State>}
          >
            <p>{betweenWords(one)}</p>
            <p class="muted">
              {one.state === 'ended' ? 'Ended ' : 'Until '}
              <When at={endOf(one)} now={now} zone={zone} as="day" />
            </p>
          </Row>
        ))}
      </Rows>
      <Pagination current={page} last={last} href={(to) => registerAddress(search, { page: to })} />
    </>
  )
}

const isNarrowed = ({ words, kind, state }: RegisterSearch): boolean => Boolean(words || kind || state)

const RegisterSection = (props: RegisterProps) => {
  const { search, agreements } = props
  const found = searchRegister(agreements, search)
  const drafts = searchDrafts(props.drafts, search)
  return (
    <Section id="register" title={`Agreements in ${props.countyName}`}>
      <div class="stack">
        <SearchForm search={search} />
        {drafts.length > 0 && <Drafts {...props} drafts={drafts} />}
        {found.length > 0 ? (
          <Lines {...props} found={found} />
        ) : (
          drafts.length === 0 && (
            <EmptyState
              icon="file"
              title={isNarrowed(search) ? 'None of these' : 'No agreements yet'}
              action={isNarrowed(search) ? <a href="/agreements#register">Show all</a> : undefined}
            >
              {isNarrowed(search)
                ? 'Look for fewer words, or for any state.'
                : 'Each stays here for good, with its exact words, who signed and until when.'}
            </EmptyState>
          )
        )}
      </div>
    </Section>
  )
}

/** What the organization needs, what waits for it, who of the county is covered until when, and every agreement. */
export const RegisterPage = (props: RegisterProps) => {
  const { frame, said, tasks, agreements, mayAccept, search } = props
  const told = said === undefined ? undefined : SAID[said]
  const shown = searchRegister(agreements, search)
  return (
    <Page {...frame} title="Agreements">
      <PageHeading
        title={ownHeadline(props)}
        over="Agreements"
        end={
          mayAccept ? (
            <ButtonLink icon="plus" href="/agreements/new">
              Make an agreement
            </ButtonLink>
          ) : undefined
        }
      />
      <div class="stack gap-3">
        {told && (
          <Alert kind="success" live>
            <b>{told.bold}</b> {told.rest}
          </Alert>
        )}
        {tasks.length > 0 && mayAccept && <Tasks {...props} />}
        <OwnAgreements {...props} />
        {shown.length > 0 && (
          <Section id="covered" title="Who is covered until when">
            <CoveragePicture agreements={shown} now={props.now} zone={props.zone} />
          </Section>
        )}
        <RegisterSection {...props} />
        {mayAccept && (
          <Section id="members" title="Who gave their word">
            <AttestedMembers {...props} />
          </Section>
        )}
      </div>
    </Page>
  )
}
