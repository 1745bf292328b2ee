import { type Lang, pieceWords } from '../../words.ts'
import { pagesShown } from './pages-shown.ts'

export type PaginationProps = {
  /** Counted from 1. */
  current: number
  last: number
  /** The address of a page; keep the search in it. */
  href: (page: number) => string
  label?: string | undefined
  lang?: Lang | undefined
}

/** Page links; nothing when there is one page. The current page says so to a screen reader. */
export const Pagination = ({ current, last, href, label, lang = 'en' }: PaginationProps) => {
  const words = pieceWords[lang]
  if (last <= 1) return null
  return (
    <nav class="usa-pagination" aria-label={label ?? words.pages}>
      {current > 1 && (
        <a href={href(current - 1)} rel="prev">
          {words.previous}
        </a>
      )}
      {pagesShown(current, last).map((page) =>
        page === null ? (
          <span aria-hidden="true">…</span>
        ) : (
          <a
            href={href(page)}
            aria-label={`${words.page} ${page}`}
            aria-current={page === current ? 'page' : undefined}
          >
            {page}
          </a>
        ),
      )}
      {current < last && (
        <a href={href(current + 1)} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  )
}
