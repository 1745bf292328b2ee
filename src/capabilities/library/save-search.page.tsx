import { PageHeading, Section } from '#design'
import { LibraryFrame, type LibraryLook } from './library-frame.page.tsx'
import { type LibrarySearch, searchAddress } from './search-query.ts'

/** A search to come back to: a link, and a feed that tells what is new in it. Nothing is kept here about who asked. */
export const SaveSearchPage = ({
  look,
  search,
  origin,
}: {
  look: LibraryLook
  search: LibrarySearch
  origin: string
}) => (
  <LibraryFrame look={look} title="Save this search" narrow>
    <div class="stack gap-3">
      <PageHeading
        over={<a href={searchAddress(search)}>Back to what was found</a>}
        title="Save this search"
        note="We keep nothing about what you look for: the search is in its address."
      />
      <Section id="link" title="Come back to it">
        <p>Bookmark this address, or send it to somebody:</p>
        <p>
          <a href={searchAddress(search)}>{`${origin}${searchAddress(search)}`}</a>
        </p>
      </Section>
      <Section id="feed" title="Hear what is new in it">
        <p>Give this address to a feed reader, or to the feeds of your mail program (Atom):</p>
        <p>
          <a
            href={searchAddress(search, '/library/feed')}
          >{`${origin}${searchAddress(search, '/library/feed')}`}</a>
        </p>
      </Section>
    </div>
  </LibraryFrame>
)
