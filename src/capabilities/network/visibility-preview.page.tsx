import { Alert, Button, Card, CheckboxTile, DefinitionList, Page, PageHeading } from '#design'
import type { Frame } from '#identity'
import { AUDIENCES, type Audience, FACT_NAMES, WHO } from './audience.ts'
import { viewWords } from './view-words.ts'
import { type Known, newlyShownTo, PART_NAMES, type Settings, viewOf } from './visibility.ts'

export type PreviewProps = { readonly frame: Frame; readonly known: Known; readonly settings: Settings }

/** Police first: what they see is why a program looks here. */
const ORDER: readonly Audience[] = ['police', 'public', 'partners', 'coordinators']

/** What was typed, carried on to the page that publishes it. */
const Carried = ({ settings }: { settings: Settings }) => {
  const { shownTo, facts, frontDoor } = settings
  const groups = [
    ...PART_NAMES.map((part) => [part, shownTo[part]] as const),
    ...FACT_NAMES.map((fact) => [fact, facts[fact] ?? ['public']] as const),
    ...Object.entries(frontDoor).map(([name, value]) => [`door-${name}`, [value]] as const),
  ]
  return (
    <>
      {groups.flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  )
}

const Sees = ({ known, settings, audience }: Omit<PreviewProps, 'frame'> & { audience: Audience }) => {
  const view = viewOf(known, settings, audience)
  const isPublic = viewOf(known, settings, 'public') !== undefined
  return (
    <Card
      title={audience === 'police' ? 'What police will see' : AUDIENCES[audience]}
      id={`sees-${audience}`}
    >
      <p class="muted">{WHO[audience]}</p>
      {view ? (
        <>
          <p>
            <b>{view.name}</b>, {known.serviceName}
          </p>
          <DefinitionList
            items={viewWords(view).map(({ term, value, isFrontDoor }) => ({
              term,
              value: isFrontDoor ? `${value} (front door)` : value,
            }))}
          />
        </>
      ) : (
        <p>
          <b>Nothing.</b> It is in no search, map, distance, count or file of theirs.
        </p>
      )}
      {audience === 'police' && isPublic && (
        <p>They can open the public page too, like anybody: there they read what the public reads.</p>
      )}
    </Card>
  )
}

/** What each audience will see, side by side, before anything is published. */
export const VisibilityPreviewPage = ({ frame, known, settings }: PreviewProps) => {
  const newly = newlyShownTo(known, settings)
  const to = `/places/${known.serviceId}/audience`
  return (
    <Page {...frame} title="What police will see">
      <div class="stack gap-3">
        <PageHeading over={known.providerName} title="What each will see" note="Nothing is published yet." />
        <div class="grid wide-cells">
          {ORDER.map((audience) => (
            <Sees known={known} settings={settings} audience={audience} />
          ))}
        </div>
        <form method="post" action={to} class="stack">
          <Carried settings={settings} />
          {newly.length > 0 && (
            <Alert kind="warning">
              {`For the first time, this shows a harm-reduction program to ${newly
                .map((one) => AUDIENCES[one].toLowerCase())
                .join(' and ')}.`}
            </Alert>
          )}
          {newly.length > 0 && !known.hasOwner && (
            <CheckboxTile
              name="told-so"
              value="yes"
              label="The program has said so itself"
              hint="It takes no part here, so you say it for them."
            />
          )}
          <p class="flow pair">
            <Button>Publish</Button>
            <Button kind="outline" formaction={`${to}/edit`}>
              Change something
            </Button>
          </p>
        </form>
      </div>
    </Page>
  )
}
