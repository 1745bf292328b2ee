import {
  Alert,
  AS_IT_IS,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Said,
  SelectField,
  TextField,
  WordsWarning,
} from '#design'
import { findSensitiveWords } from '#kernel/sensitive-words.ts'
import { PathwayQuestions } from '#pathways'
import { firstOf } from '#platform/http/form-body.ts'
import { FAMILY_LINES, PROMISE } from './promise-words.ts'
import type { StationProps } from './station.page.tsx'

/** One press: a form with one hidden act. */
export const Press = ({
  visitId,
  act,
  outline,
  icon = 'check',
  children,
}: {
  readonly visitId: string
  readonly act: string
  readonly outline?: boolean
  readonly icon?: 'check' | 'alert' | 'out' | 'hands' | 'undo'
  readonly children?: string
}) => (
  <form method="post" action={`/visits/${visitId}`}>
    <input type="hidden" name="act" value={act} />
    <Button big wide icon={icon} kind={outline ? 'outline' : 'primary'}>
      {children}
    </Button>
  </form>
)

export const ComfortPart = ({ visit }: StationProps) => (
  <Card title="A seat, water, a quiet place" id="now" now>
    <Said when="Say it first">“You did right to come. Sit down. Would you like some water?”</Said>
    <p>Away from the front desk, if you can. Nobody asks for a name.</p>
    <Press visitId={visit.noted.id} act="comfort">
      They are settled
    </Press>
  </Card>
)

export const MedicalPart = ({ visit }: StationProps) => (
  <Card title="Does anybody need a doctor first?" id="now" now>
    {visit.noted.asks === 'family' ? (
      <p>Is the person they worry about in danger now: not waking up, not breathing well, or out of reach?</p>
    ) : (
      <>
        <Said when="Ask">
          “Are you hurt or ill? Did you take a lot today? Could you be in withdrawal from alcohol or pills?”
        </Said>
        <ul>
          <li>Hard to wake, confused, slow or noisy breath, chest pain, a seizure</li>
          <li>Shaking or seeing things after stopping alcohol or benzodiazepines</li>
          <li>Pregnant and unwell, or thinking of suicide</li>
        </ul>
      </>
    )}
    <div class="stack">
      <Press visitId={visit.noted.id} act="hospital" icon="alert" outline>
        {visit.noted.asks === 'family' ? 'In danger: 911 was called' : 'Yes: hospital first'}
      </Press>
      <Press visitId={visit.noted.id} act="fit">
        Nobody needs a doctor now
      </Press>
    </div>
  </Card>
)

export const HospitalPart = ({ visit }: StationProps) => (
  <Card title="Hospital first" id="now" now>
    <Alert kind="warning" icon="alert">
      <p>
        <b>Call 911, or bring them to the emergency department.</b> The promise goes with them: give them the
        paper.
      </p>
    </Alert>
    <p class="flow">
      <ButtonLink kind="outline" icon="phone" href="tel:911">
        Call 911
      </ButtonLink>
      <PaperLinks visitId={visit.noted.id} />
    </p>
    <Press visitId={visit.noted.id} act="fit">
      They are back, and well enough
    </Press>
    <Press visitId={visit.noted.id} act="hospital-stays" outline icon="out">
      They stay at the hospital
    </Press>
  </Card>
)

const PaperLinks = ({ visitId }: { visitId: string }) => (
  <>
    <ButtonLink kind="outline" icon="print" href={`/visits/${visitId}/promise`}>
      On paper
    </ButtonLink>
    <ButtonLink kind="outline" icon="print" href={`/visits/${visitId}/promise?lang=es`}>
      <span lang="es">En papel, español</span>
    </ButtonLink>
  </>
)

export const PromisePart = ({ visit }: StationProps) => (
  <Card title={visit.noted.asks === 'family' ? 'How it would be for them' : 'The promise'} id="now" now>
    <Said when="Say it, and turn the screen to them">“{PROMISE.en.said}”</Said>
    <div lang="es">
      <Said when="O en español">“{PROMISE.es.said}”</Said>
    </div>
    {visit.noted.asks === 'family' && (
      <>
        <h3>For the one who asks</h3>
        <ul>
          {FAMILY_LINES.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </>
    )}
    <p class="flow">
      <PaperLinks visitId={visit.noted.id} />
    </p>
    <Press visitId={visit.noted.id} act="promise">
      I said it, and gave the paper
    </Press>
  </Card>
)

export const itemFindings = (description: string) => [
  { field: 'description', label: 'What is it?', findings: findSensitiveWords(description) },
]

export const ItemsPart = ({ visit, colleagues, newId, sent = {}, errors = {} }: StationProps) => (
  <Card title="Anything to hand over?" id="now" now>
    <Said when="Ask once">
      “Is there anything with you that you want to leave here? It is destroyed, and not held against you.”
    </Said>
    <Press visitId={visit.noted.id} act="items">
      Nothing, or nothing more
    </Press>
    <h3>Record an item</h3>
    <p class="muted">It is kept by itself: with no name, no visit and no charge, and with the day only.</p>
    <form
      method="post"
      action={`/visits/${visit.noted.id}/items`}
      class="stack"
      novalidate
      autocomplete="off"
    >
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <input type="hidden" name="id" value={firstOf(sent, 'id') || newId} />
      <TextField
        name="description"
        label="What is it?"
        hint="Such as “6 blue tablets, loose”. Never whose"
        value={firstOf(sent, 'description') || undefined}
        error={errors.description}
        maxlength={200}
      />
      <TextField
        name="bag"
        label="Number of the sealed bag"
        value={firstOf(sent, 'bag') || undefined}
        error={errors.bag}
        maxlength={40}
        short
      />
      <SelectField
        name="witness"
        label="Who saw you seal it?"
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        value={firstOf(sent, 'witness') || undefined}
        error={errors.witness}
      />
      <WordsWarning fields={itemFindings(firstOf(sent, 'description'))} said={firstOf(sent, AS_IT_IS)} />
      <p>
        <Button kind="outline" icon="plus">
          Record it
        </Button>
      </p>
    </form>
  </Card>
)

export const CriteriaPart = ({ visit, criteria, answers = {}, tried }: StationProps) => (
  <Card title="Criteria" id="now" now>
    {criteria ? (
      <form method="post" action={`/visits/${visit.noted.id}/criteria`} class="stack gap-3">
        <p class="muted">
          {criteria.definition.name}, as your county publishes it. Kept is only what it comes to: not an
          answer, and nothing of a record.
        </p>
        <PathwayQuestions definition={criteria.definition} answers={answers} tried={tried === true} />
        <p>
          <Button big icon="check">
            See what it comes to
          </Button>
        </p>
      </form>
    ) : (
      <>
        <p>
          Your county publishes no criteria for people who ask for help themselves: nobody is turned away.
        </p>
        <form method="post" action={`/visits/${visit.noted.id}/criteria`}>
          <Button big icon="check">
            Go on
          </Button>
        </form>
      </>
    )}
  </Card>
)

export const NotEligiblePart = ({ visit, mayOverride, criteria }: StationProps) => {
  const isHardStop = visit.noted.outcome === 'hard-stop'
  return (
    <Card title="The criteria do not fit today" id="now" now>
      <Said when="Say">“This way does not fit today. There are others, and you can come back.”</Said>
      {criteria && (
        <p class="muted">
          {isHardStop
            ? 'It cannot be overridden.'
            : 'A sergeant who did not decide it can let them take part.'}
        </p>
      )}
      {mayOverride && (
        <Press visitId={visit.noted.id} act="override" icon="hands">
          Let them take part
        </Press>
      )}
      <p class="flow">
        <ButtonLink kind="outline" icon="map" href="/places">
          Find another place with them
        </ButtonLink>
        <PaperLinks visitId={visit.noted.id} />
      </p>
      <Press visitId={visit.noted.id} act="other-ways" outline icon="out">
        They know of other ways
      </Press>
    </Card>
  )
}
