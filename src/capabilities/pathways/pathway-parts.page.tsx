import type { Child } from 'hono/jsx'
import { Card, DefinitionList, FlowChart, More, Reasons, Row, Rows, Tag } from '#design'
import type { List, Part } from './change.ts'
import type { Definition, Question } from './definition.ts'
import {
  approvalSentence,
  askedAfter,
  classWords,
  criteriaOn,
  deadlineWords,
  flowOf,
} from './pathway-sentences.ts'
import { CHECKS, EVENTS, OUTCOMES, POLICIES, READERS, RELEASES } from './pathway-words.ts'

/** What stands at the end of a part or an item where somebody may change it. */
export type EditLinks = {
  readonly part: (part: Part, words: string) => Child
  readonly item: (list: List, id: string, name: string) => Child
  readonly add: (list: List, words: string) => Child
}

type PartsProps = { readonly definition: Definition; readonly edit?: EditLinks | undefined }

const Source = ({ source }: { source: string }) => (source ? <p class="muted">Source: {source}</p> : null)

/** The questions as a picture, and the same in words behind the next key. */
export const FlowCard = ({ definition }: { definition: Definition }) => (
  <Card title="How it goes" id="flow">
    <FlowChart
      id="flow-chart"
      title={`Flow chart of ${definition.name}, in ${definition.questions.length} questions. The same stands in words after it.`}
      end={`Approval: ${POLICIES[definition.approval.policy].toLowerCase()}`}
      steps={flowOf(definition)}
    />
    <More summary="The same as a list" id="flow-list">
      <ol class="stack gap-1">
        {flowOf(definition).map((step) => (
          <li>
            <b>{step.text}</b>
            <ul>
              {step.answers.map(({ label, to, comesTo }) => {
                const next = definition.questions.find(({ id }) => id === to)?.text
                const then = comesTo?.kind === 'red' ? 'it ends' : next ? `“${next}”` : 'approval'
                return (
                  <li>
                    {label}: {comesTo ? `${comesTo.label}, then ` : ''}
                    {to === undefined ? 'leads nowhere yet' : then}
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ol>
    </More>
  </Card>
)

const QuestionRow = ({ definition, question, edit }: PartsProps & { question: Question }) => {
  const after = askedAfter(definition, question)
  const tells = question.choices.filter(({ tell }) => tell !== '')
  return (
    <Row id={`questions-${question.id}`} title={question.text || 'A question without words'}>
      <p>{question.choices.map(({ label }) => label).join(' · ')}</p>
      {after && <p class="muted">Only after {after}</p>}
      {tells.map(({ label, tell }) => (
        <p>
          <b>{label}:</b> {tell}
        </p>
      ))}
      {criteriaOn(definition, question).map((one) => (
        <div id={`criteria-${one.id}`}>
          <Tag kind={one.outcome === 'hard-stop' ? 'red' : 'amber'}>{OUTCOMES[one.outcome]}</Tag> unless:{' '}
          {one.label}
          {one.check !== 'asked' && (
            <span class="muted"> ({CHECKS[one.check].toLowerCase()}; its reason is never kept)</span>
          )}
          {edit?.item('criteria', one.id, one.label)}
        </div>
      ))}
      <Source source={question.source} />
      {edit?.item('questions', question.id, question.text)}
    </Row>
  )
}

/** What is asked, with the criteria that each answer decides. */
export const QuestionsCard = ({ definition, edit }: PartsProps) => (
  <Card title="Questions and criteria" id="questions" end={edit?.add('questions', 'Add a question')}>
    <Rows plain bare ordered>
      {definition.questions.map((question) => (
        <QuestionRow definition={definition} question={question} edit={edit} />
      ))}
    </Rows>
  </Card>
)

const ApprovalCard = ({ definition, edit }: PartsProps) => (
  <Card title="Who says yes" id="approval" end={edit?.part('approval', 'Change who says yes')}>
    <DefinitionList
      items={[
        { term: 'Approval', value: approvalSentence(definition) },
        {
          term: 'Override',
          value: `${POLICIES[definition.approval.override]}, with a reason. A hard stop cannot be overridden`,
        },
      ]}
    />
    <Source source={definition.approval.source} />
  </Card>
)

const DeadlinesCard = ({ definition, edit }: PartsProps) => (
  <Card title="Clocks" id="deadlines" end={edit?.add('deadlines', 'Add a clock')}>
    {definition.deadlines.length === 0 && <p class="muted">No clock runs on this pathway.</p>}
    <Rows plain bare>
      {definition.deadlines.map((one) => (
        <Row id={`deadlines-${one.id}`} title={one.label}>
          <p>{deadlineWords(one)}</p>
          <Source source={one.source} />
          {edit?.item('deadlines', one.id, one.label)}
        </Row>
      ))}
    </Rows>
  </Card>
)

const DocumentsCard = ({ definition, edit }: PartsProps) => (
  <Card title="Documents" id="documents" end={edit?.add('documents', 'Add a document')}>
    {definition.documents.length === 0 && <p class="muted">None is asked for.</p>}
    <Rows plain bare>
      {definition.documents.map((one) => (
        <Row id={`documents-${one.id}`} title={one.label}>
          <p>
            {one.required ? 'Needed' : 'If there is one'}, when {EVENTS[one.when]}
          </p>
          <Source source={one.source} />
          {edit?.item('documents', one.id, one.label)}
        </Row>
      ))}
    </Rows>
  </Card>
)

const SharingCard = ({ definition, edit }: PartsProps) => (
  <Card title="Releases, and who sees what" id="sharing" end={edit?.part('sharing', 'Change what is shared')}>
    <p>
      At most this, and only by a release that the person signed. No pathway opens more than the wall does.
    </p>
    <Reasons
      label="Kinds of release"
      reasons={definition.releases.map((kind) => ({ is: 'yes', words: RELEASES[kind] }))}
    />
    {definition.readers.map(({ who, classes }) => (
      <More summary={`${READERS[who]}: ${classes.length} of what is known`}>
        <Reasons label={READERS[who]} reasons={classWords(classes).map((words) => ({ is: 'see', words }))} />
      </More>
    ))}
    <p class="muted">
      Warrant checks are {definition.warrantCheck ? 'asked for here; each is logged' : 'off on this pathway'}.
    </p>
  </Card>
)

/** All of a definition but its picture. */
export const PathwayParts = (props: PartsProps) => (
  <>
    <QuestionsCard {...props} />
    <ApprovalCard {...props} />
    <DeadlinesCard {...props} />
    <DocumentsCard {...props} />
    <SharingCard {...props} />
  </>
)
