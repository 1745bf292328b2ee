import { ButtonLink, Page, PageHeading } from '#design'
import type { Frame } from '#identity'

export type Trouble = { readonly title: string; readonly note: string }

/**
 * What stood in the way, and the way on.
 *
 * @param requestId shown where whoever runs Causeway can find the fault by it in the log
 */
export const TroublePage = ({
  frame,
  title,
  note,
  requestId,
}: Trouble & { readonly frame: Frame; readonly requestId: string | undefined }) => (
  <Page {...frame} title={title} narrow>
    <div class="stack gap-3">
      <PageHeading title={title} note={note} />
      <p>
        <ButtonLink href={frame.home ?? '/'}>Back to the start</ButtonLink>
      </p>
      {requestId && (
        <p class="muted small">
          If it happens again, tell whoever runs Causeway for you this number: <code>{requestId}</code>
        </p>
      )}
    </div>
  </Page>
)
