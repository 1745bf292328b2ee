import { Button, ButtonLink, Page, PageHeading } from '#design'
import type { Frame } from './env.ts'
import type { ParkedForm } from './parked-form.ts'

/** What was typed before the session ended, or before the second factor was asked for, ready to go. */
export const FormWaitsPage = ({ frame, form }: { readonly frame: Frame; readonly form: ParkedForm }) => (
  <Page {...frame} title="What you typed is still here" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="What you typed is still here"
        note="It has not been sent yet. Send it, and you go on where you were."
      />
      <form method="post" action="/resume">
        {Object.entries(form.fields).flatMap(([name, values]) =>
          values.map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <Button big>Send it now</Button>
      </form>
      <form method="post" action="/resume/forget">
        <Button kind="plain">Throw it away</Button>
      </form>
      <p class="muted">It is kept for an hour at most, for you and in this browser only.</p>
    </div>
  </Page>
)

/** Nothing waits: it was sent, thrown away, or kept for somebody else. */
export const NoFormPage = ({ frame, home }: { readonly frame: Frame; readonly home: string }) => (
  <Page {...frame} title="Nothing is waiting" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="Nothing is waiting to be sent"
        note="It was sent already, it is more than an hour old, or somebody else typed it."
      />
      <p>
        <ButtonLink href={home}>Start here</ButtonLink>
      </p>
    </div>
  </Page>
)
