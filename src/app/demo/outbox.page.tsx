import { Card, EmptyState, Page, PageHeading, When } from '#design'
import type { Frame } from '#identity'
import type { OutboxMessage } from '#platform/mail/list-outbox.ts'
import { DEMO_BIRTH_YEAR, DEMO_CODE } from './own-page.ts'

/** The messages of the demonstration, newest first. */
export const OutboxPage = ({
  frame,
  messages,
  now,
  zone,
}: {
  readonly frame: Frame
  readonly messages: readonly OutboxMessage[]
  readonly now: Date
  readonly zone: string
}) => (
  <Page {...frame} title="Messages sent" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="Messages sent"
        note="A demonstration sends no mail. What would have left is kept here, so that you can open its links."
      />
      <Card title="A person’s own page" id="own-page">
        <p>
          One invented person was given a card. Open <a href="/my-record">their page</a> with the code{' '}
          <strong>{DEMO_CODE.replaceAll(/(.{4})(?=.)/g, '$1 ')}</strong> and the birth year{' '}
          <strong>{DEMO_BIRTH_YEAR}</strong>.
        </p>
      </Card>
      {messages.length === 0 && (
        <EmptyState icon="send" title="No messages yet" level={2}>
          Make a referral, and the message to whoever is asked to help will be here within a few seconds.
        </EmptyState>
      )}
      {messages.map(({ id, to, subject, text, at }) => (
        <Card title={subject} id={`message-${id}`}>
          <p class="muted small">
            To {to}, <When at={at} now={now} zone={zone} />
          </p>
          {text.split(/\n{2,}/).map((paragraph) => (
            <p>{withLinks(paragraph)}</p>
          ))}
        </Card>
      ))}
    </div>
  </Page>
)

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/

/** Lines stay lines, and addresses become links; everything else is text, whatever it holds. */
const withLinks = (paragraph: string) =>
  paragraph
    .trim()
    .split('\n')
    .map((line, index) => (
      <>
        {index > 0 && <br />}
        {line.split(ADDRESS).map((piece) => (ADDRESS.test(piece) ? <a href={piece}>{piece}</a> : piece))}
      </>
    ))
