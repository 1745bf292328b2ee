import type { Child } from 'hono/jsx'
import { Button, ErrorSummary, Page, PageHeading } from '#design'
import { type StepProps, stepPath } from './signing-frame.page.tsx'

/** A step that the member answers: the form, what is wrong in it, and the ways on, back and out. */
export const MemberStep = (
  props: StepProps & { title: string; note: string; next: string; isFirst?: boolean; children?: Child },
) => {
  const { frame, signing, step, title, note, errors = {} } = props
  return (
    <Page {...frame} title={title} narrow form hasErrors={Object.keys(errors).length > 0}>
      <PageHeading over="Release, before the person reads it" title={title} note={note} />
      <form
        class="stack gap-3"
        method="post"
        action={stepPath(signing.id, step)}
        novalidate
        autocomplete="off"
      >
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {props.children}
        <p class="flow pair">
          <Button big icon="go">
            {props.next}
          </Button>
          {!props.isFirst && (
            <Button big kind="outline" name="go" value="back" formnovalidate>
              Back
            </Button>
          )}
          <Button kind="plain" name="go" value="leave" formnovalidate>
            Stop, and keep nothing
          </Button>
        </p>
      </form>
    </Page>
  )
}
