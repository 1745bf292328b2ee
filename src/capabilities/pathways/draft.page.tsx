import { Alert, Button, ButtonLink, Card, DefinitionList, Page, PageHeading } from '#design'
import type { Frame } from '#identity'
import type { List, Part } from './change.ts'
import type { Editable } from './edit-draft.ts'
import { faultsIn } from './faults.ts'
import { type EditLinks, FlowCard, PathwayParts } from './pathway-parts.page.tsx'
import { KINDS } from './pathway-words.ts'

export type DraftProps = {
  readonly frame: Frame
  readonly pathway: Editable
  readonly said?: 'saved' | 'undone' | 'changed-since' | undefined
}

const SAID = {
  saved: 'Saved.',
  undone: 'Taken back.',
  'changed-since':
    'Somebody changed this draft since you opened it. This is how it stands now; look whether yours is still needed.',
} as const

/** Moving and taking away, each a form of one press. */
const Presses = ({
  pathway,
  list,
  id,
  name,
}: {
  pathway: Editable
  list: List
  id: string
  name: string
}) => (
  <form class="flow close" method="post" action={`/pathways/${pathway.id}/draft`}>
    <input type="hidden" name="revision" value={pathway.draft.revision} />
    <input type="hidden" name="part" value={list} />
    <input type="hidden" name="item" value={id} />
    {list !== 'criteria' && (
      <>
        <Button kind="plain" name="act" value="up" hiddenWords={`: ${name}`}>
          Up
        </Button>
        <Button kind="plain" name="act" value="down" hiddenWords={`: ${name}`}>
          Down
        </Button>
      </>
    )}
    <Button kind="plain" name="act" value="remove" hiddenWords={`: ${name}`}>
      Remove
    </Button>
  </form>
)

const linksFor = (pathway: Editable): EditLinks => {
  const base = `/pathways/${pathway.id}/draft`
  const edit = (href: string, hidden: string) => (
    <a href={href}>
      Edit<span class="usa-sr-only">: {hidden}</span>
    </a>
  )
  return {
    part: (part: Part, words) => edit(`${base}/${part}`, words),
    item: (list, id, name) => (
      <span class="flow">
        {edit(`${base}/${list}/${id}`, name)}
        {list === 'questions' && (
          <a href={`${base}/criteria/new?question=${id}`}>
            Add a criterion<span class="usa-sr-only"> to: {name}</span>
          </a>
        )}
        <Presses pathway={pathway} list={list} id={id} name={name} />
      </span>
    ),
    add: (list, words) => (
      <ButtonLink kind="outline" icon="plus" href={`${base}/${list}/new`}>
        {words}
      </ButtonLink>
    ),
  }
}

/** Where a fault is mended: the page of its part. */
const mendAt = (pathway: Editable, at: string): string => {
  const [part = '', item] = at.split('/')
  const page =
    { name: 'about', releases: 'sharing', readers: 'sharing', questions: 'questions/new' }[part] ?? part
  return `/pathways/${pathway.id}/draft/${item ? `${part}/${item}` : page}`
}

/** A draft: what still stands against publishing it, its picture, and each part with what can be done to it. */
export const DraftPage = ({ frame, pathway, said }: DraftProps) => {
  const { definition, revision } = pathway.draft
  const faults = faultsIn(definition)
  const base = `/pathways/${pathway.id}`
  const edit = linksFor(pathway)
  return (
    <Page {...frame} title={`Draft: ${definition.name}`}>
      <PageHeading
        over={<a href={base}>{pathway.versions.length > 0 ? 'What is live' : 'Pathway'}</a>}
        title={`Draft: ${definition.name || 'without a name'}`}
        note="Each change is saved as you make it. Nothing is live until you publish it."
        end={
          <div class="flow">
            <ButtonLink kind="outline" icon="eye" href={`${base}/preview?draft=1`}>
              Try it
            </ButtonLink>
            <ButtonLink icon="send" href={`${base}/publish`}>
              Publish
            </ButtonLink>
          </div>
        }
      />
      <div class="stack gap-3">
        {said && (
          <Alert kind={said === 'changed-since' ? 'warning' : 'success'} live>
            <p>{SAID[said]}</p>
          </Alert>
        )}
        {faults.length > 0 ? (
          <Alert kind="error">
            <p>
              <b>
                {faults.length === 1 ? 'One thing stands' : `${faults.length} things stand`} against
                publishing it:
              </b>
            </p>
            <ul>
              {faults.map(({ at, says }) => (
                <li>
                  <a href={mendAt(pathway, at)}>{says}</a>
                </li>
              ))}
            </ul>
          </Alert>
        ) : (
          <Alert kind="success">
            <p>Every way through it ends with an outcome. It can be published.</p>
          </Alert>
        )}
        <div class="flow">
          {revision > 1 && (
            <form method="post" action={`${base}/draft/undo`}>
              <input type="hidden" name="revision" value={revision} />
              <Button kind="outline" icon="undo">
                Undo the last change
              </Button>
            </form>
          )}
          {pathway.versions.length > 0 && (
            <form method="post" action={`${base}/draft/drop`}>
              <Button kind="danger">Throw the draft away</Button>
            </form>
          )}
        </div>
        <div class="cw-cols half">
          <FlowCard definition={definition} />
          <div class="stack gap-3">
            <Card title="What it is" id="about" end={edit.part('about', 'What it is')}>
              <DefinitionList
                items={[
                  { term: 'Name', value: definition.name },
                  { term: 'Way', value: KINDS[definition.kind] },
                  { term: 'Begins', value: definition.begins },
                  { term: 'Source', value: definition.source },
                ]}
              />
            </Card>
            <PathwayParts definition={definition} edit={edit} />
          </div>
        </div>
      </div>
    </Page>
  )
}
