import { Page, PageHeading } from '#design'
import { ROLES } from '#kernel/actor.ts'
import type { Frame } from './env.ts'

/** Answers a one-click sign-in that named no role of the demonstration. */
export const UnknownRolePage = ({ frame }: { readonly frame: Frame }) => (
  <Page {...frame} title="No such role" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="There is nobody with that role here"
        note="The field “as” takes one of these words:"
      />
      <ul>
        {ROLES.map((role) => (
          <li>
            <code>{role}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href="/sign-in">Choose from a list instead</a>
      </p>
    </div>
  </Page>
)
