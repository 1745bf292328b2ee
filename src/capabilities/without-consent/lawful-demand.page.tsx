import { ButtonLink, Card, Page, PageHeading, type PublicFrame, ScreenOnly, Steps } from '#design'
import type { Frame } from '#identity'
import { LAWFUL_DEMAND_REPLY, LAWFUL_DEMAND_STEPS } from './lawful-demand.ts'

/** What to do with a subpoena or warrant, and the letter that answers it; on paper the letter stands alone. */
export const LawfulDemandPage = ({ frame }: { frame: Frame | PublicFrame }) => (
  <Page {...frame} title="A subpoena or warrant" narrow>
    <div class="stack gap-3">
      <ScreenOnly>
        <PageHeading
          title="Somebody comes with a subpoena or a warrant"
          note="On its own it opens nothing here. What opens records is a court order under a special federal rule, together with it."
        />
        <Card title="What to do" id="steps">
          <Steps steps={LAWFUL_DEMAND_STEPS.map((step) => ({ ...step, is: 'next' as const }))} />
        </Card>
        <p class="row">
          <ButtonLink href="/lawful-demand.txt" icon="file">
            The letter as text
          </ButtonLink>
        </p>
      </ScreenOnly>
      <section class="cw-card stack" aria-label="The letter">
        {LAWFUL_DEMAND_REPLY.trim()
          .split('\n\n')
          .map((paragraph) => (
            <p>{paragraph}</p>
          ))}
      </section>
    </div>
  </Page>
)
