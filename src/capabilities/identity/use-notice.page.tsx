import { Alert } from '#design'
import type { UseNotice } from './use-notice.ts'

/** The notice before a session begins: what the system is, that use is recorded, what misuse means (CJ-4). */
export const NoticeBox = ({ notice }: { readonly notice: UseNotice }) => (
  <Alert kind="info">
    {notice.map(({ county, text }) => (
      <>
        {county && <h2 class="h3">{county}</h2>}
        {text.split(/\n\s*\n/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </>
    ))}
  </Alert>
)
