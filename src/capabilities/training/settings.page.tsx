import {
  Alert,
  Button,
  Card,
  CheckboxTiles,
  Chips,
  ErrorSummary,
  More,
  Page,
  PageHeading,
  RadioTiles,
  Section,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { GATE_MODES, GATED, type Gated, type Setting } from './setting.ts'
import { TrainingTabs } from './training-tabs.page.tsx'
import { GATE_MODE_WORDS, GATED_WORDS } from './training-words.ts'

export type SettingsProps = {
  readonly frame: Frame
  readonly roles: readonly Role[]
  readonly organizationName: string
  readonly setting: Setting
  readonly courses: readonly {
    readonly slug: string
    readonly title: string
    readonly minutes: number
    readonly hasPractice: boolean
  }[]
  readonly slots: readonly { readonly name: string; readonly label: string }[]
  readonly sent?: FormFields | undefined
  readonly errors: Readonly<Record<string, string>>
  readonly said: boolean
}

/** Who can be asked to learn, as a trainer would say it. */
const LEARNERS: readonly (readonly [Role, string])[] = [
  ['officer', 'Officers'],
  ['sergeant', 'Sergeants'],
  ['angel', 'Angels'],
  ['navigator', 'Navigators'],
  ['case-manager', 'Case managers'],
  ['provider', 'Providers'],
  ['harm-reduction', 'Harm reduction'],
  ['manager', 'Managers'],
]

const DEFAULT_DAYS = 60
const DEFAULT_MONTHS = 24

/** What stands in the fields: as it came back, or as it is set. */
const valuesOf = ({ sent, setting }: SettingsProps) => {
  const assigned = (slug: string) => setting.assignments.find(({ course }) => course === slug)
  return {
    one: (name: string, kept: string): string => (sent ? firstOf(sent, name) : kept),
    many: (name: string, kept: readonly string[]): readonly string[] => (sent ? (sent[name] ?? []) : kept),
    assigned,
  }
}

const Courses = (props: SettingsProps) => {
  const { courses, errors } = props
  const { one, many, assigned } = valuesOf(props)
  return (
    <Section id="courses" title="Who learns what">
      {courses.map(({ slug, title, minutes }) => {
        const kept = assigned(slug)
        const roles = many(`roles-${slug}`, kept?.roles ?? [])
        return (
          <Card title={title} id={`course-${slug}`} level={3}>
            <Chips
              name={`roles-${slug}`}
              legend="Asked of"
              hint={`${minutes} minutes`}
              choose="any"
              values={roles}
              options={LEARNERS.map(([value, label]) => ({ value, label }))}
            />
            <div class="grid">
              <div>
                <TextField
                  name={`days-${slug}`}
                  label="Days to finish it"
                  short
                  inputmode="numeric"
                  value={one(`days-${slug}`, String(kept?.days ?? DEFAULT_DAYS))}
                  error={errors[`days-${slug}`]}
                />
              </div>
              <div>
                <TextField
                  name={`months-${slug}`}
                  label="Months it holds"
                  hint="Empty: for good"
                  short
                  inputmode="numeric"
                  value={one(`months-${slug}`, kept ? String(kept.months ?? '') : String(DEFAULT_MONTHS))}
                  error={errors[`months-${slug}`]}
                />
              </div>
            </div>
          </Card>
        )
      })}
    </Section>
  )
}

const GateCard = ({ what, ...props }: SettingsProps & { what: Gated }) => {
  const { setting, courses, errors } = props
  const { one, many } = valuesOf(props)
  const gate = setting.gates[what]
  const practices = courses.filter(({ hasPractice }) => hasPractice)
  return (
    <Card title={`To ${GATED_WORDS[what]}`} id={`gate-${what}`} level={3}>
      <RadioTiles
        name={`mode-${what}`}
        legend="When training is missing"
        columns={3}
        value={one(`mode-${what}`, gate?.mode ?? 'off')}
        options={GATE_MODES.map((mode) => ({ value: mode, label: GATE_MODE_WORDS[mode] }))}
      />
      <More
        summary="What it needs"
        open={(gate?.mode ?? 'off') !== 'off' || errors[`courses-${what}`] !== undefined}
      >
        <div class="stack">
          <CheckboxTiles
            name={`courses-${what}`}
            legend="Courses"
            columns={2}
            error={errors[`courses-${what}`]}
            values={many(`courses-${what}`, gate?.courses ?? [])}
            options={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          {practices.length > 0 && (
            <CheckboxTiles
              name={`practice-${what}`}
              legend="Hands-on practice, signed by an instructor"
              columns={2}
              values={many(`practice-${what}`, gate?.practice ?? [])}
              options={practices.map(({ slug, title }) => ({ value: slug, label: title }))}
            />
          )}
        </div>
      </More>
    </Card>
  )
}

/** How an organization trains. */
export const SettingsPage = (props: SettingsProps) => {
  const { frame, roles, organizationName, setting, slots, errors, said } = props
  const { one } = valuesOf(props)
  return (
    <Page {...frame} title="Training settings" narrow hasErrors={Object.keys(errors).length > 0}>
      <form method="post" action="/training/settings" class="stack gap-3" novalidate>
        <TrainingTabs roles={roles} current="/training/settings" />
        <PageHeading
          over={`${organizationName}, training`}
          title="Who learns what, by when, and what hangs on it"
        />
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {said && (
          <Alert kind="success" live>
            <p>
              <b>Saved.</b> It counts from now on, and everybody who is asked is reminded by mail.
            </p>
          </Alert>
        )}
        <Card>
          <TextField
            name="passMark"
            label="Percent that must be right to pass a test"
            short
            inputmode="numeric"
            value={one('passMark', String(setting.passMark))}
            error={errors.passMark}
          />
        </Card>
        <Courses {...props} />
        <Section id="gates" title="What hangs on it">
          <p class="muted">Nobody is stopped for a course that is not asked of them.</p>
          {GATED.map((what) => (
            <GateCard {...props} what={what} />
          ))}
        </Section>
        {slots.length > 0 && (
          <Section id="slots" title="Your own words in the courses">
            <p class="muted">As long as one is empty, the course says “ask your supervisor”.</p>
            <Card>
              {slots.map(({ name, label }) => (
                <TextField
                  name={`slot-${name}`}
                  label={label}
                  optional
                  maxlength={500}
                  value={one(`slot-${name}`, setting.slots[name] ?? '') || undefined}
                />
              ))}
            </Card>
          </Section>
        )}
        <p>
          <Button icon="check">Save</Button>
        </p>
      </form>
    </Page>
  )
}
