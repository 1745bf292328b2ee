import { Alert, Button, Card, PageHeading, Rows, Section } from '#design'
import { LooksList } from './looks.page.tsx'
import { NextSteps } from './next-step.page.tsx'
import type { OwnRecord } from './read-record.ts'
import { RecordFrame, type RecordLook } from './record-frame.page.tsx'
import { recordWords } from './record-words.ts'
import { RequestRow } from './requests.page.tsx'
import { SharesList } from './shares.page.tsx'

/** What one was told after a press, by its name in the address. */
export const SAID = [
  'stopped',
  'stopped-all',
  'complained',
  'asked',
  'restricted',
  'word-set',
  'word-gone',
] as const
export type Said = (typeof SAID)[number]

export type MyRecordProps = {
  readonly look: RecordLook
  readonly record: OwnRecord
  readonly said?: Said | undefined
  readonly now: Date
  readonly zone: string
}

/** On the page itself only the last few; the list has them all. */
const LOOKS_SHOWN = 5

/** A person's own page: what comes next, who may know what, who was told, and what they can do. */
export const MyRecordPage = ({ look, record, said, now, zone }: MyRecordProps) => {
  const { lang } = look
  const words = recordWords(lang)
  const reader = { lang, now, zone }
  return (
    <RecordFrame look={look} title={words.home.title} narrow={false}>
      <PageHeading
        title={words.home.title}
        note={words.home.note}
        end={
          <form method="post" action="/my-record/close">
            <Button kind="outline" icon="lock">
              {words.home.close}
            </Button>
          </form>
        }
      />
      {said && (
        <Alert kind="success" live>
          <p>{saidWords(look)[said]}</p>
        </Alert>
      )}
      <div class="cw-cols">
        <div class="stack gap-3">
          <NextSteps record={record} {...reader} />
          <SharesList releases={record.releases} {...reader} />
          <Section
            id="looks"
            title={words.home.looks}
            end={record.looks.length > 0 && <a href="/my-record/looks">{words.home.looksAll}</a>}
          >
            <LooksList looks={record.looks.slice(0, LOOKS_SHOWN)} {...reader} />
          </Section>
        </div>
        <div class="stack gap-3">
          <Card title={words.home.yours} id="yours">
            <ul class="stack plain">
              {LINKS.map(([path, name]) => (
                <li>
                  <a href={`/my-record/${path}`}>{words.home.links[name]}</a>
                </li>
              ))}
            </ul>
          </Card>
          {record.requests.length > 0 && (
            <Section id="requests" title={words.home.requests}>
              <Rows plain>
                {record.requests.map((request) => (
                  <RequestRow request={request} {...reader} />
                ))}
              </Rows>
            </Section>
          )}
        </div>
      </div>
    </RecordFrame>
  )
}

const LINKS = [
  ['releases', 'releases'],
  ['looks', 'looks'],
  ['restriction', 'restriction'],
  ['complaint', 'complaint'],
  ['notice', 'notice'],
  ['safe-word', 'safeWord'],
  ['give-up', 'code'],
] as const

const saidWords = ({ lang }: RecordLook): Readonly<Record<Said, string>> => {
  const words = recordWords(lang)
  return {
    stopped: words.stop.doneOne,
    'stopped-all': words.stop.doneAll,
    complained: words.complaint.sent,
    asked: words.looks.asked,
    restricted: words.restriction.sent,
    'word-set': words.safeWord.isSet,
    'word-gone': words.safeWord.isGone,
  }
}
