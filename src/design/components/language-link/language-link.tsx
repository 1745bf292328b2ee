import type { Lang } from '../../words.ts'

export type LanguageLinkProps = { href: string; lang: Lang }

const ownName = { en: 'English', es: 'Español' } as const

/** A link to the same page in the other language, named in that language and marked so that it is read aloud in it. */
export const LanguageLink = ({ href, lang }: LanguageLinkProps) => (
  <a class="cw-lang" href={href} lang={lang} hreflang={lang}>
    {ownName[lang]}
  </a>
)
