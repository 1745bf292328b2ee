import { Button, Page, PageHeading, RadioTiles } from '#design'
import type { Frame } from '#identity'
import type { Day } from '#kernel/calendar-day.ts'
import { type Pathway, shownOf } from './pathway.ts'
import { templateWords } from './pathway-sentences.ts'
import { KINDS } from './pathway-words.ts'
import { TEMPLATES } from './template-variants.ts'

export type NewPathwayProps = {
  readonly frame: Frame
  readonly id: string
  readonly pathways: readonly Pathway[]
  readonly today: Day
  readonly error?: string | undefined
}

/** What a new pathway starts from: a template with its sources, or one that the county has. */
export const NewPathwayPage = ({ frame, id, pathways, today, error }: NewPathwayProps) => (
  <Page {...frame} title="New pathway" narrow form hasErrors={error !== undefined}>
    <PageHeading
      over={<a href="/pathways">Pathways</a>}
      title="What does it start from?"
      note="You get a draft to change as you like. Nothing is live until you publish it."
    />
    <form method="post" action="/pathways" class="stack gap-3" novalidate>
      <input type="hidden" name="id" value={id} />
      <RadioTiles
        name="source"
        legend="Template"
        error={error}
        columns={2}
        options={[
          ...TEMPLATES.map((template) => ({
            value: template.id,
            label: templateWords(template.id),
            hint: `${KINDS[template.definition.kind]} · ${template.definition.source}`,
          })),
          ...pathways.map((pathway) => ({
            value: pathway.id,
            label: `A copy of ${shownOf(pathway, today)?.name ?? 'a draft'}`,
            hint: 'As your county has it',
          })),
        ]}
      />
      <p class="cw-ask">
        <Button icon="pen">Begin a draft</Button>
      </p>
    </form>
  </Page>
)
