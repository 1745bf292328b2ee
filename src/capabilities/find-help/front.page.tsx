import { BigAction, Hero, Section, WhoCanSee } from '#design'
import { HelpFrame, type HelpLook } from './help-frame.page.tsx'
import { inLanguage, readHelpSearch } from './help-search.ts'
import { helpWords } from './help-words.ts'
import { SearchForm } from './search-form.page.tsx'

/** Find help now: what anybody sees who opens Causeway. */
export const FrontPage = ({ look }: { look: HelpLook }) => {
  const { lang } = look
  const { find, also, nobody, nobodyMore, choice } = helpWords(lang)
  return (
    <HelpFrame look={look} title={find.title}>
      <Hero title={find.title}>{find.lead}</Hero>
      <SearchForm search={readHelpSearch({})} lang={lang} />
      <Section id="also" title={also.title}>
        <div class="grid">
          <BigAction
            href={inLanguage('/find?need=harm-reduction', lang)}
            icon="spray"
            title={also.naloxone}
            note={also.naloxoneNote}
          />
          {look.countyName && (
            <BigAction href="/pocket-card.pdf" icon="print" title={also.card} note={also.cardNote} />
          )}
          <BigAction
            href={inLanguage('/litter', lang)}
            icon="recycle"
            title={also.litter}
            note={also.litterNote}
          />
          <BigAction href={inLanguage('/law', lang)} icon="shield" title={also.law} note={also.lawNote} />
          <BigAction
            href={`/my-record?lang=${lang}`}
            icon="lock"
            title={also.record}
            note={also.recordNote}
          />
        </div>
      </Section>
      <div class="cw-sec stack">
        <WhoCanSee>
          <b>{nobody}</b> {nobodyMore}
        </WhoCanSee>
        <p class="muted">{choice}</p>
      </div>
    </HelpFrame>
  )
}
