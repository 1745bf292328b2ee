import { Button, ButtonLink, Card, PageHeading } from '#design'
import { RecordFrame, type RecordLook } from './record-frame.page.tsx'
import { recordWords } from './record-words.ts'

/** One question with what a yes does: it happens with one more press, and no is as near. */
export const ConfirmPage = ({
  look,
  title,
  text,
  keeps,
  action,
  yes,
}: {
  look: RecordLook
  title: string
  text: string
  /** What stays as it is. */
  keeps?: string | undefined
  action: string
  yes: string
}) => (
  <RecordFrame look={look} title={title}>
    <PageHeading title={title} />
    <Card>
      <p>{text}</p>
      {keeps && <p>{keeps}</p>}
      <form method="post" action={action} class="flow">
        <Button kind="danger" big>
          {yes}
        </Button>
        <ButtonLink kind="outline" href="/my-record">
          {recordWords(look.lang).stop.no}
        </ButtonLink>
      </form>
    </Card>
  </RecordFrame>
)
