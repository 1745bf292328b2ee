import { Button, Page, PageHeading, RadioTiles, WhoCanSee } from '#design'
import type { Frame } from '#identity'

/** Two taps, and somebody can be asked to sit down. Nothing here asks who they are. */
export const NewVisitPage = ({
  frame,
  visitId,
  programs,
}: {
  readonly frame: Frame
  readonly visitId: string
  readonly programs: string
}) => (
  <Page {...frame} title="Someone asks for help here" field narrow form>
    <div class="stack gap-3">
      <PageHeading
        over={<a href="/field">Home</a>}
        title="Someone asks for help here"
        note="At any hour, as often as they come. You ask for no name, and none is kept by you."
      />
      <form method="post" action="/visits" class="stack gap-3">
        <input type="hidden" name="id" value={visitId} />
        <RadioTiles
          name="came"
          legend="How did they come?"
          big
          columns={2}
          value="walk-in"
          options={[
            { value: 'walk-in', label: 'They walked in' },
            {
              value: 'phone',
              label: 'They are on the phone',
              hint: 'Stay on the line until an angel has them',
            },
          ]}
        />
        <RadioTiles
          name="asks"
          legend="Whom do they ask for?"
          big
          columns={2}
          value="self"
          options={[
            { value: 'self', label: 'Themselves' },
            {
              value: 'family',
              label: 'Somebody of their family',
              hint: 'They get help for themselves. Nothing is kept of the other person',
            },
          ]}
        />
        <p>
          <Button big wide icon="go">
            Begin
          </Button>
        </p>
      </form>
      <WhoCanSee can={['Your station', programs]} cannot={['Courts', 'Other police']}>
        <b>Your station sees that somebody came, and what you did.</b> The program whose angel you call sees
        how far you are. Nobody sees a name here.
      </WhoCanSee>
    </div>
  </Page>
)
