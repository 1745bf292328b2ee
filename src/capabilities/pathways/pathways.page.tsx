import { ButtonLink, EmptyState, Glyph, Page, PageHeading, Row, Rows, State } from '#design'
import type { Frame } from '#identity'
import { type Day, dayWords } from '#kernel/calendar-day.ts'
import { endOf, type Pathway, type PathwayState, shownOf, stateOn, versionOn } from './pathway.ts'
import { templateWords } from './pathway-sentences.ts'
import { KINDS } from './pathway-words.ts'

export type PathwaysProps = {
  readonly frame: Frame
  readonly pathways: readonly Pathway[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly today: Day
  readonly mayMake: boolean
}

const STATES: Readonly<Record<PathwayState, { is: 'open' | 'soon' | 'shut'; words: string }>> = {
  live: { is: 'open', words: 'Live' },
  scheduled: { is: 'soon', words: 'Begins later' },
  draft: { is: 'soon', words: 'Draft' },
  ended: { is: 'shut', words: 'Ended' },
}

export const PathwayStateMark = ({ pathway, today }: { pathway: Pathway; today: Day }) => {
  const { is, words } = STATES[stateOn(pathway, today)]
  return <State is={is}>{words}</State>
}

/** “Version 2, since December 1, 2026, until March 3, 2027” */
export const versionWords = (pathway: Pathway, today: Day): string => {
  const version = versionOn(pathway, today) ?? pathway.versions[0]
  if (!version) return 'Nothing is published yet'
  const end = endOf(pathway, version)
  const begins = version.effectiveFrom > today ? 'from' : 'since'
  return `Version ${version.number}, ${begins} ${dayWords(version.effectiveFrom, 'en')}${end ? `, until ${dayWords(end, 'en')}` : ''}`
}

const ORDER: readonly PathwayState[] = ['live', 'scheduled', 'draft', 'ended']

/** All pathways of a county: what is live first, then what is to come, drafts, and what ended. */
export const PathwaysPage = ({ frame, pathways, names, today, mayMake }: PathwaysProps) => {
  const sorted = pathways.toSorted(
    (one, other) => ORDER.indexOf(stateOn(one, today)) - ORDER.indexOf(stateOn(other, today)),
  )
  const make = (
    <ButtonLink href="/pathways/new" icon="plus">
      New pathway
    </ButtonLink>
  )
  return (
    <Page {...frame} title="Pathways" narrow>
      <div class="stack gap-3">
        <PageHeading
          title="Pathways"
          note="How people come in: what is asked, who says yes, and which clocks run."
          end={mayMake && pathways.length > 0 ? make : undefined}
        />
        {pathways.length === 0 ? (
          <EmptyState icon="walk" title="No pathway yet" level={2} action={mayMake ? make : undefined}>
            {mayMake
              ? 'Begin with a template, such as Angel or LEAD, and change what your county does in another way.'
              : 'A program manager makes them. Until then referrals are made without one.'}
          </EmptyState>
        ) : (
          <Rows label="Pathways">
            {sorted.map((pathway) => {
              const shown = shownOf(pathway, today)
              return (
                <Row
                  level={2}
                  mark={<Glyph name="walk" kind={stateOn(pathway, today) === 'live' ? 'teal' : 'plain'} />}
                  title={<a href={`/pathways/${pathway.id}`}>{shown?.name || 'Without a name'}</a>}
                  end={<PathwayStateMark pathway={pathway} today={today} />}
                >
                  <p>{shown?.begins}</p>
                  <p class="muted">
                    {[
                      shown && KINDS[shown.kind],
                      versionWords(pathway, today),
                      `Template: ${templateWords(pathway.template)}`,
                      names.get(pathway.organizationId)?.name,
                      ...(pathway.draft && pathway.versions.length > 0 ? ['A draft waits'] : []),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </Row>
              )
            })}
          </Rows>
        )}
      </div>
    </Page>
  )
}
