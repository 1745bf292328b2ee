import { Alert, Card, Page, PageHeading } from '#design'
import type { Frame } from '#identity'

const SENTENCES = {
  answered: {
    title: 'Thank you, this was answered',
    text: 'Somebody at your organization has answered already. There is nothing left to do here.',
  },
  declined: {
    title: 'Thank you for telling us',
    text: 'We ask somewhere else. This page has forgotten the person. No hard feelings.',
  },
  arrived: {
    title: 'Thank you, the arrival is confirmed',
    text: 'There is nothing left to do here.',
  },
  ended: {
    title: 'This link has ended',
    text: 'It worked for a time only, and that is over. If the person still needs you, whoever sent it can send a new one.',
  },
  'taken-back': {
    title: 'The question was taken back',
    text: 'Whoever asked no longer needs an answer. There is nothing left to do here.',
  },
  'too-often': {
    title: 'Please wait a moment',
    text: 'Links were opened too often from where you are. Open this one again in a minute; it still works.',
  },
  unknown: {
    title: 'This link does not work',
    text: 'It may have been cut off when it was copied. Open it again from the message, whole.',
  },
} as const

/** Where a signed link leads when there is nothing, or nothing more, to answer. Says so kindly, and nothing else. */
export const AnswerLinkPage = ({ frame, state }: { frame: Frame; state: keyof typeof SENTENCES }) => {
  const { title, text } = SENTENCES[state]
  return (
    <Page {...frame} title={title} narrow>
      <PageHeading title={title} />
      <div class="stack gap-3">
        <Card>
          <p>{text}</p>
        </Card>
        <Alert kind="info">
          <p>Somebody is not breathing or cannot be woken? Call 911 and give naloxone.</p>
        </Alert>
      </div>
    </Page>
  )
}
