import {
  AS_IT_IS,
  Card,
  CheckboxTiles,
  DateField,
  More,
  Peek,
  RadioTiles,
  Reasons,
  TextArea,
  WordsWarning,
} from '#design'
import { dayWords } from '#kernel/calendar-day.ts'
import { CLASS_WORDS, type DataClass } from '#kernel/data-classes.ts'
import { firstOf } from '#platform/http/form-body.ts'
import { CLASS_EXAMPLES } from './class-examples.ts'
import { wordsOf as formWordsOf } from './finish-signing.ts'
import { chargeOf, monitoringFacts, monitorOf } from './monitoring.ts'
import { participantsOf } from './participants.ts'
import { signerOf } from './signer.ts'
import {
  classesFor,
  classesOf,
  languageOf,
  type Partner,
  proposedOf,
  purposesOf,
  recipientsOf,
  signingKindOf,
  UNTILS,
  untilOf,
} from './signing.ts'
import { findingsOf } from './signing-findings.ts'
import { PersonStep, Said, type StepProps } from './signing-frame.page.tsx'
import { partnerOf } from './signing-steps.ts'
import { SIGNING_WORDS } from './signing-words.ts'

const wordsOf = ({ signing }: StepProps) => SIGNING_WORDS[languageOf(signing)]

const WhatStep = (props: StepProps) => {
  const { what } = wordsOf(props)
  return (
    <PersonStep {...props} title={what.title}>
      <Said
        paragraphs={[
          ...(signerOf(props.signing) === 'representative'
            ? [what.forOther(firstOf(props.signing.fields, 'personName'))]
            : []),
          ...what.words(props.signing.discloserName),
        ]}
      />
    </PersonStep>
  )
}

const WhoStep = (props: StepProps) => {
  const { signing, errors = {} } = props
  const { who } = wordsOf(props)
  const monitor = signingKindOf(signing) === 'criminal-justice' ? monitorOf(signing) : undefined
  return (
    <PersonStep {...props} title={who.title}>
      <CheckboxTiles
        name="recipients"
        legend={who.hint}
        options={proposedOf(signing).map(({ id, name, isCriminalJustice }) => ({
          value: id,
          label: name,
          hint: monitor ? who.monitor(monitor.name) : isCriminalJustice ? who.police : who.helper,
        }))}
        values={signing.fields.recipients ?? []}
        error={errors.recipients}
      />
      <p class="muted">{who.more}</p>
    </PersonStep>
  )
}

const SeesStep = (props: StepProps & { partner: Partner }) => {
  const { signing, partner, errors = {} } = props
  const { sees } = wordsOf(props)
  const name = `classes-${partner.id}`
  const said = CLASS_WORDS[languageOf(signing)]
  return (
    <PersonStep {...props} title={sees.title(partner.name)}>
      <CheckboxTiles
        name={name}
        legend={sees.hint}
        options={classesFor(signingKindOf(signing), partner).map((value) => ({ value, label: said[value] }))}
        values={signing.fields[name] ?? []}
        error={errors[name]}
      />
      {partner.isCriminalJustice && <p class="muted">{sees.police}</p>}
    </PersonStep>
  )
}

/** “What each will see”: an invented screen of theirs, and beside it what will not be on it. */
const LookStep = (props: StepProps & { partner: Partner }) => {
  const { signing, partner } = props
  const lang = languageOf(signing)
  const { look, example } = SIGNING_WORDS[lang]
  const told = classesOf(signing, partner)
  const untold = (Object.keys(CLASS_WORDS[lang]) as DataClass[]).filter(
    (one) => !told.includes(one) && (one !== 'officer-next-step' || partner.isCriminalJustice),
  )
  const list = (classes: readonly DataClass[], is: 'see' | 'unseen') =>
    classes.map((one) => ({ is, words: CLASS_WORDS[lang][one] }))
  return (
    <PersonStep
      {...props}
      title={partner.kind === 'police' ? look.officer(partner.name) : look.title(partner.name)}
      next={look.right}
    >
      <Peek
        caption={`${look.intro} ${example}`}
        over={partner.name}
        lines={[
          <strong>{firstOf(signing.fields, 'personName')}</strong>,
          ...told.map((one) => CLASS_EXAMPLES[lang][one]),
        ]}
      />
      <div class="cw-cols half">
        <div class="stack gap-1">
          <h2>{look.willSee}</h2>
          <Reasons reasons={list(told, 'see')} />
        </div>
        <div class="stack gap-1">
          <h2>{look.willNotSee}</h2>
          <Reasons reasons={list(untold, 'unseen')} />
        </div>
      </div>
    </PersonStep>
  )
}

const WhyStep = (props: StepProps) => {
  const { signing, errors = {}, sent } = props
  const words = wordsOf(props)
  const { why } = words
  return (
    <PersonStep {...props} title={why.title}>
      <RadioTiles
        name="purpose"
        legend={why.hint}
        options={[
          ...Object.entries(purposesOf(signing, words)).map(([value, label]) => ({ value, label })),
          { value: 'own', label: why.own },
        ]}
        value={firstOf(signing.fields, 'purpose') || undefined}
        error={errors.purpose}
      />
      <TextArea
        name="purposeWords"
        label={why.ownLabel}
        value={firstOf(signing.fields, 'purposeWords') || undefined}
        maxlength={500}
        rows={2}
        optional
        lang={languageOf(signing)}
      />
      {sent && (
        <WordsWarning
          fields={findingsOf(signing, 'why')}
          said={firstOf(sent, AS_IT_IS)}
          lang={languageOf(signing)}
        />
      )}
    </PersonStep>
  )
}

const UntilStep = (props: StepProps) => {
  const { signing, errors = {} } = props
  const { until } = wordsOf(props)
  const lang = languageOf(signing)
  const hintFor = (id: string, choice: string) => {
    const day = choice === 'day' ? undefined : untilOf(signing, id, choice)
    return day && until.lastDay(dayWords(day, lang))
  }
  return (
    <PersonStep {...props} title={until.title}>
      <p>{until.hint}</p>
      {recipientsOf(signing).map(({ id, name }) => {
        const typed = (part: string) => firstOf(signing.fields, `day-${id}-${part}`)
        const chosen = firstOf(signing.fields, `until-${id}`)
        return (
          <div class="stack gap-1">
            <RadioTiles
              name={`until-${id}`}
              legend={until.for(name)}
              big
              columns={2}
              options={UNTILS.map((value) => ({
                value,
                label: until.choices[value] ?? '',
                hint: hintFor(id, value),
              }))}
              value={chosen || undefined}
              error={errors[`until-${id}`]}
            />
            <More summary={until.day} open={chosen === 'day'}>
              <DateField
                name={`day-${id}`}
                legend={until.for(name)}
                hint={until.dayHint}
                value={{ month: typed('month'), day: typed('day'), year: typed('year') }}
                error={errors[`day-${id}`]}
                lang={lang}
              />
            </More>
          </div>
        )
      })}
    </PersonStep>
  )
}

/** Whom the place that is told passes it on to. */
const PassesStep = (props: StepProps) => {
  const { signing } = props
  const { passes } = wordsOf(props)
  const named = participantsOf(signing) ?? []
  return (
    <PersonStep {...props} title={passes.title(recipientsOf(signing)[0]?.name ?? '')}>
      <Card>
        <p>{named.length > 0 ? passes.named : passes.treating}</p>
        {named.length > 0 && (
          <ul>
            {named.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        )}
        <p>{passes.ask}</p>
      </Card>
    </PersonStep>
  )
}

/** In place of “until when”: who looks after the charge, and that it ends with it. */
const HeldStep = (props: StepProps) => {
  const { signing } = props
  const { held } = wordsOf(props)
  const { duty, period } = monitoringFacts(signing)
  const office = chargeOf(signing)
  const last = untilOf(signing, office?.heldBy ?? '')
  return (
    <PersonStep {...props} title={held.title}>
      <Said
        paragraphs={[
          held.who(monitorOf(signing)?.name ?? '', office?.officeName ?? ''),
          held.duty(duty),
          held.ends(dayWords(last ?? signing.startedOn, languageOf(signing))),
          held.period(period),
        ]}
      />
    </PersonStep>
  )
}

const StopStep = (props: StepProps) => {
  const { signing } = props
  const { stop } = wordsOf(props)
  const isHeld = signingKindOf(signing) === 'criminal-justice'
  const how = isHeld ? [formWordsOf(signing).howToRevoke] : stop.words(signing.discloserName)
  return (
    <PersonStep {...props} title={isHeld ? stop.titleHeld : stop.title}>
      <Said paragraphs={[...how, stop.told]} />
    </PersonStep>
  )
}

/** The steps in which the person reads and chooses, one idea each. */
export const PersonStepPage = (props: StepProps) => {
  const { step } = props
  const partner = partnerOf(props.signing, step)
  if (partner)
    return step.startsWith('look-') ? (
      <LookStep {...props} partner={partner} />
    ) : (
      <SeesStep {...props} partner={partner} />
    )
  const pages: Partial<Record<typeof step, typeof WhatStep>> = {
    who: WhoStep,
    passes: PassesStep,
    why: WhyStep,
    until: UntilStep,
    held: HeldStep,
    stop: StopStep,
  }
  const Step = pages[step] ?? WhatStep
  return <Step {...props} />
}
