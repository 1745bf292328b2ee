import {
  Button,
  Card,
  capital,
  DataTable,
  dayName,
  EmptyState,
  exactTime,
  Glyph,
  type Lang,
  PageHeading,
  Row,
  Rows,
} from '#design'
import { accountingFrom, dueAt } from './privacy-request.ts'
import { type Look, MOST_LOOKS } from './read-record.ts'
import { BackLink, RecordFrame, type RecordLook } from './record-frame.page.tsx'
import { classWords, purposeWords, type RecordWords, recordWords } from './record-words.ts'

type Reader = { readonly lang: Lang; readonly now: Date; readonly zone: string }

const whyWords = ({ basis, purpose }: Look, words: RecordWords): string =>
  basis === 'emergency' ? words.emergency : purposeWords(purpose, words)

/** Who was told what, as rows. */
export const LooksList = ({ looks, lang, now, zone }: { looks: readonly Look[] } & Reader) => {
  const words = recordWords(lang)
  if (looks.length === 0)
    return (
      <EmptyState icon="eye" title={words.home.noLooks}>
        {words.home.noLooksText}
      </EmptyState>
    )
  return (
    <Rows ordered>
      {looks.map((look) => (
        <Row mark={<Glyph name="eye" kind="who" />} title={look.to.name}>
          <p>{`${words.looks.by}: ${look.from.name}. ${words.looks.what}: ${classWords(look.dataClasses, lang)}.`}</p>
          <p class="muted">
            {`${whyWords(look, words)}. `}
            <time datetime={look.at.toISOString()}>{capital(exactTime(look.at, now, { zone, lang }))}</time>
          </p>
        </Row>
      ))}
    </Rows>
  )
}

/** The accounting, to read and to print at once (P2-061), and the way to the office's own copy. */
export const LooksPage = ({
  look,
  looks,
  requestId,
  isAsked,
  now,
  zone,
}: {
  look: RecordLook
  looks: readonly Look[]
  /** Made for the form, so that pressing twice asks once. */
  requestId: string
  isAsked: boolean
  now: Date
  zone: string
}) => {
  const { lang } = look
  const words = recordWords(lang)
  const reader = { zone, lang }
  const day = (at: Date) => dayName(at, now, reader)
  return (
    <RecordFrame look={look} title={words.looks.title} narrow={false}>
      <BackLink lang={lang} />
      <PageHeading title={words.looks.title} note={words.looks.note(day(accountingFrom(now)), day(now))} />
      <p class="muted">{`${words.looks.about} ${words.print}`}</p>
      {looks.length === 0 ? (
        <LooksList looks={looks} lang={lang} now={now} zone={zone} />
      ) : (
        <DataTable
          id="disclosures"
          caption={words.looks.title}
          hideCaption
          rows={looks}
          columns={[
            { title: words.looks.when, cell: ({ at }) => capital(exactTime(at, now, reader)) },
            { title: words.looks.who, cell: ({ to }) => to.name },
            { title: words.looks.by, cell: ({ from }) => from.name },
            { title: words.looks.what, cell: ({ dataClasses }) => classWords(dataClasses, lang) },
            { title: words.looks.why, cell: (one) => whyWords(one, words) },
          ]}
        />
      )}
      {looks.length === MOST_LOOKS && <p>{words.looks.capped(MOST_LOOKS)}</p>}
      <Card title={words.looks.ask} id="ask">
        {isAsked ? (
          <p>{words.looks.asked}</p>
        ) : (
          <form method="post" action="/my-record/looks" class="stack">
            <p>{words.looks.askText(day(dueAt('accounting', now)))}</p>
            <input type="hidden" name="id" value={requestId} />
            <p>
              <Button kind="outline" icon="file">
                {words.looks.askButton}
              </Button>
            </p>
          </form>
        )}
      </Card>
    </RecordFrame>
  )
}
