import { ButtonLink, Page, PageHeading } from '#design'
import type { Frame } from '#identity'

/** What a privacy officer of police or courts reads here. */
export const NoOfficePage = ({ frame }: { readonly frame: Frame }) => (
  <Page {...frame} title="Not for police and courts" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="The privacy office is not at police or courts."
        note="Releases and the ledger say who is in care. Police and courts see of them what a person released to them, on the page of the referral."
      />
      <p>
        <ButtonLink href="/start">Back to my start page</ButtonLink>
      </p>
    </div>
  </Page>
)
