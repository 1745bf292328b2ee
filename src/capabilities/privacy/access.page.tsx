import {
  Alert,
  Button,
  ButtonLink,
  Card,
  ChipLinks,
  DataTable,
  EmptyState,
  ErrorSummary,
  Glyph,
  More,
  Pagination,
  Row,
  Rows,
  Section,
  Tag,
  TextArea,
  When,
} from '#design'
import type { UnusualAccess } from './list-unusual-access.ts'
import type { PageOf } from './page-of.ts'
import { OfficePage, type OfficeProps, PersonReference } from './privacy-frame.page.tsx'
import { UNUSUAL_RULES, type UnusualRule } from './unusual-access.ts'
import { RULE_WORDS, unusualSentence } from './unusual-words.ts'

export type AccessProps = OfficeProps & {
  readonly rule: UnusualRule | ''
  readonly open: PageOf<UnusualAccess>
  readonly openCount: number
  readonly setAside: readonly UnusualAccess[]
  /** Up to when the record has been looked through. */
  readonly lookedUntil: Date | undefined
  /** How many organizations have hours set. */
  readonly withHours: number
  readonly justSetAside: boolean
  /** The form that came back, and what is wrong with it. */
  readonly refused: { readonly key: string; readonly note: string; readonly error: string } | undefined
}

/** The name of one row on its page. */
export const accessKey = ({
  rule,
  memberId,
  about,
}: Pick<UnusualAccess, 'rule' | 'memberId' | 'about'>): string => `${rule}.${memberId}.${about}`

const headline = (count: number): string => {
  if (count === 0) return 'Nothing unusual to ask about'
  return count === 1 ? 'One thing to ask about' : `${count} things to ask about`
}

const SetAside = ({ one, refused }: { one: UnusualAccess; refused: AccessProps['refused'] }) => {
  const key = accessKey(one)
  const isRefused = refused?.key === key
  return (
    <More summary="Set aside, with a note" open={isRefused}>
      <form class="stack" method="post" action="/privacy/access" novalidate>
        <input type="hidden" name="rule" value={one.rule} />
        <input type="hidden" name="member" value={one.memberId} />
        <input type="hidden" name="about" value={one.about} />
        <TextArea
          id={`note-${key}`}
          name="note"
          label="What you found"
          hint="Such as “Covered for a colleague on leave.” Nobody’s name who was helped"
          value={isRefused ? refused.note : undefined}
          error={isRefused ? refused.error : undefined}
          maxlength={2000}
        />
        <p>
          <Button kind="outline" hiddenWords={`: ${one.member}, ${RULE_WORDS[one.rule]}`}>
            Set aside for good
          </Button>
        </p>
      </form>
    </More>
  )
}

const AccessRow = ({
  one,
  refused,
  now,
  zone,
}: Pick<AccessProps, 'now' | 'zone' | 'refused'> & { one: UnusualAccess }) => (
  <Row
    mark={
      <Glyph
        name={one.rule === 'after-hours' ? 'moon' : one.rule === 'spike' ? 'chart' : 'eye'}
        kind="amber"
      />
    }
    title={`${one.member}, ${one.organization}`}
    end={<Tag kind="amber">{RULE_WORDS[one.rule]}</Tag>}
  >
    <p>{unusualSentence(one, { now, zone })}</p>
    {one.rule === 'no-relationship' && (
      <p>
        {one.personIds.map((id, index) => (
          <>
            {index > 0 && ', '}
            <PersonReference id={id} />
          </>
        ))}
        {one.breakGlassId && (
          <>
            {'. '}
            <a href={`/privacy/break-glass/${one.breakGlassId}`}>What was written down</a>
          </>
        )}
      </p>
    )}
    <SetAside one={one} refused={refused} />
  </Row>
)

const Rules = ({ withHours, lookedUntil, now, zone }: AccessProps) => (
  <Card title="The rules" id="rules" level={2}>
    {Object.entries(UNUSUAL_RULES).map(([rule, words]) => (
      <div>
        <h3>{RULE_WORDS[rule as UnusualRule]}</h3>
        <p>{words}</p>
      </div>
    ))}
    <p class="muted">
      A look counts when it shows what another organization holds. The record is looked through every quarter
      of an hour, for this week and the four before
      {lookedUntil ? (
        <>
          ; the last time was <When at={lookedUntil} now={now} zone={zone} />
        </>
      ) : (
        '; the first time is yet to come'
      )}
      . A rule finds something to ask about; it finds nobody guilty.
    </p>
    <p class="cw-screen-only">
      <ButtonLink kind="outline" href="/privacy/access/hours">
        {withHours === 0 ? 'Say when organizations work' : `Working hours (${withHours} set)`}
      </ButtonLink>
    </p>
  </Card>
)

const Aside = ({ setAside, now, zone }: AccessProps) => (
  <Section id="aside" title="Set aside">
    <div class="cw-card flush">
      <DataTable
        id="set-aside"
        caption="What was set aside"
        hideCaption
        rows={setAside}
        columns={[
          { title: 'Member', cell: (one) => `${one.member}, ${one.organization}` },
          { title: 'Why it was here', cell: (one) => unusualSentence(one, { now, zone }) },
          { title: 'Found', cell: (one) => one.setAside?.note },
          {
            title: 'By',
            cell: (one) =>
              one.setAside && (
                <>
                  {one.setAside.by}, <When at={one.setAside.at} now={now} zone={zone} as="day" />
                </>
              ),
          },
        ]}
      />
    </div>
  </Section>
)

const address = (rule: UnusualRule | '', page?: number): string => {
  const query = new URLSearchParams({ ...(rule ? { rule } : {}), ...(page ? { page: `${page}` } : {}) })
  return query.size > 0 ? `/privacy/access?${query}` : '/privacy/access'
}

/** Unusual access to records by plain rules: each row says why it is here, and can be set aside with a note. */
export const AccessPage = (props: AccessProps) => {
  const { frame, now, zone, rule, open, openCount, setAside, justSetAside, refused } = props
  return (
    <OfficePage
      frame={frame}
      current="/privacy/access"
      title="Unusual access"
      over="Unusual access to records, the last five weeks"
      heading={headline(openCount)}
      hasErrors={refused !== undefined}
    >
      <ErrorSummary errors={refused ? [{ field: `note-${refused.key}`, message: refused.error }] : []} />
      {justSetAside && (
        <Alert kind="success" live>
          <b>Set aside.</b> It stands below with your note.
        </Alert>
      )}
      <ChipLinks
        label="By rule"
        links={[
          { href: address(''), label: 'All', current: rule === '' },
          ...Object.entries(RULE_WORDS).map(([value, label]) => ({
            href: address(value as UnusualRule),
            label,
            current: value === rule,
          })),
        ]}
      />
      {open.items.length === 0 ? (
        <EmptyState icon="check" title="Nothing by this rule" level={2}>
          The rules are below. Hours are only judged for organizations of which you said when they work.
        </EmptyState>
      ) : (
        <Section id="open" title="To ask about">
          <Rows>
            {open.items.map((one) => (
              <AccessRow one={one} refused={refused} now={now} zone={zone} />
            ))}
          </Rows>
          <Pagination {...open} href={(page) => address(rule, page)} />
        </Section>
      )}
      {setAside.length > 0 && <Aside {...props} />}
      <Rules {...props} />
    </OfficePage>
  )
}
