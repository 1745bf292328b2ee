import { ButtonLink, Page, PageHeading } from '#design'
import type { Frame } from '#identity'
import type { Language } from './signing.ts'
import { personFrame } from './signing-frame.page.tsx'
import { SIGNING_WORDS } from './signing-words.ts'

/** The person said no, or not now: nothing was kept, and nothing is lost by it. */
export const NotTodayPage = ({ frame, lang, back }: { frame: Frame; lang: Language; back: string }) => {
  const words = SIGNING_WORDS[lang]
  return (
    <Page {...personFrame(frame, lang, back)} title={words.notToday}>
      <div class="stack gap-3">
        <PageHeading title={words.notTodayTitle} note={words.notTodayGoOn} />
        <p>
          <ButtonLink big href={back}>
            {words.copy.done}
          </ButtonLink>
        </p>
      </div>
    </Page>
  )
}
