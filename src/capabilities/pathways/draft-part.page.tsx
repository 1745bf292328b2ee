import { Button, ErrorSummary, Page, PageHeading } from '#design'
import type { Frame } from '#identity'
import type { Part } from './change.ts'
import type { Editable } from './edit-draft.ts'
import { faultsIn } from './faults.ts'
import { CriterionFields, DeadlineFields, DocumentFields } from './item-fields.page.tsx'
import type { PartFieldsProps } from './part-fields.page.tsx'
import { QuestionFields } from './question-form.page.tsx'
import { AboutFields, ApprovalFields, SharingFields } from './rule-fields.page.tsx'

export type DraftPartProps = Omit<PartFieldsProps, 'definition'> & {
  readonly frame: Frame
  readonly pathway: Editable
  readonly part: Part
}

const TITLES: Readonly<Record<Part, string>> = {
  about: 'What it is',
  approval: 'Who says yes',
  sharing: 'Releases, and who sees what',
  questions: 'A question',
  criteria: 'A criterion',
  deadlines: 'A clock',
  documents: 'A document',
}

const Fields = ({ part, ...props }: PartFieldsProps & { part: Part }) => {
  switch (part) {
    case 'about':
      return <AboutFields {...props} />
    case 'approval':
      return <ApprovalFields {...props} />
    case 'sharing':
      return <SharingFields {...props} />
    case 'questions':
      return (
        <QuestionFields
          {...props}
          question={props.definition.questions.find(({ id }) => id === props.item)}
        />
      )
    case 'criteria':
      return <CriterionFields {...props} />
    case 'deadlines':
      return <DeadlineFields {...props} />
    case 'documents':
      return <DocumentFields {...props} />
  }
}

/** One part of a draft as a form. What is not right yet is said, and saved all the same: a draft may be unfinished. */
export const DraftPartPage = ({ frame, pathway, part, item, errors, ...rest }: DraftPartProps) => {
  const { definition, revision } = pathway.draft
  const here = item ? `${part}/${item}` : part
  const says = faultsIn(definition).filter(({ at }) => at === here)
  const base = `/pathways/${pathway.id}/draft`
  return (
    <Page {...frame} title={TITLES[part]} narrow form hasErrors={Object.keys(errors).length > 0}>
      <PageHeading over={<a href={base}>Draft: {definition.name}</a>} title={TITLES[part]} />
      <form method="post" action={base} class="stack gap-3" novalidate>
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {says.length > 0 && Object.keys(errors).length === 0 && (
          <section class="usa-alert usa-alert--warning" aria-label="Before it can be published">
            <ul>
              {says.map((fault) => (
                <li>{fault.says}</li>
              ))}
            </ul>
          </section>
        )}
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="part" value={part} />
        {item && <input type="hidden" name="item" value={item} />}
        <Fields part={part} definition={definition} item={item} errors={errors} {...rest} />
        <p class="cw-ask">
          <Button icon="check" name="act" value="save">
            Save
          </Button>
        </p>
      </form>
    </Page>
  )
}
