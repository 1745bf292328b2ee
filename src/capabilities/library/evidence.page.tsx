import { PageHeading, Section, Strength } from '#design'
import { LibraryFrame, type LibraryLook } from './library-frame.page.tsx'
import { EVIDENCE } from './record.ts'
import { EVIDENCE_BARS, EVIDENCE_MEANS, EVIDENCE_WORDS } from './record-words.ts'
import { searchAddress } from './search-query.ts'

/** The scale: what the bars say, and where they come from. */
export const EvidencePage = ({ look }: { look: LibraryLook }) => (
  <LibraryFrame look={look} title="What the bars mean" narrow>
    <PageHeading
      over={<a href="/library">Library</a>}
      title="What the bars mean"
      note="How far you can lean on a work, judged by how it came to know what it says."
    />
    <dl class="stack gap-3">
      {EVIDENCE.map((evidence) => (
        <div class="cw-card">
          <dt>
            <Strength label={EVIDENCE_WORDS[evidence]} bars={EVIDENCE_BARS[evidence]} />
          </dt>
          <dd class="stack gap-05">
            <p>{EVIDENCE_MEANS[evidence]}</p>
            <p>
              <a
                href={searchAddress({ text: '', filters: { evidence: [evidence] }, page: 1, order: 'best' })}
              >
                Show them
              </a>
            </p>
          </dd>
        </div>
      ))}
      <div class="cw-card">
        <dt>
          <Strength label="Not judged" bars={0} />
        </dt>
        <dd>
          Nobody has said how it was made, or there is nothing to judge: a law says what has to be done.
        </dd>
      </div>
    </dl>
    <Section id="how" title="How we judge">
      <p>
        By design, never by what we like to hear: trials and systematic reviews first, comparisons next, then
        single looks and interviews, then guidance. Each record says why it stands where it stands, and where
        its figures are second-hand or a program’s own. A design says how much a work can show. It does not
        say that it was done well, or that it will hold in your county.
      </p>
    </Section>
  </LibraryFrame>
)
