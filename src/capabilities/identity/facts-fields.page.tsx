import { CheckboxTiles, capital, TextField } from '#design'
import type { Role } from '#kernel/actor.ts'
import { ROLES_TO_GIVE } from './invitation.ts'
import { roleWord } from './role-words.ts'

/** What each role sees, in a line, so that nobody gives one by its name alone. */
const MEANS: Readonly<Partial<Record<Role, string>>> = {
  officer: 'Makes referrals, sees those of the department.',
  sergeant: 'As an officer, and approves.',
  angel: 'Walks with people to a place.',
  navigator: 'Has people of their own, from first contact on.',
  'case-manager': 'Keeps cases, plans and releases.',
  provider: 'Answers at the intake desk.',
  'harm-reduction': 'Keeps supplies; never sees police data.',
  prosecutor: 'Sees held charges, nothing clinical.',
  manager: 'Counts and reports; no person’s data.',
  trainer: 'Who was trained, and when.',
  administrator: 'Keeps these accounts; no person’s data.',
}

export type TypedFacts = {
  readonly name: string
  readonly title: string
  readonly roles: readonly string[]
}

/** Name, work and roles of a member, as the administrator of their organization says them. */
export const FactsFields = ({
  facts,
  errors,
}: {
  readonly facts: TypedFacts
  readonly errors: Readonly<Record<string, string>>
}) => (
  <>
    <TextField
      name="name"
      label="Name"
      hint="As colleagues say it: Officer T. Reyes."
      value={facts.name}
      error={errors.name}
      maxlength={200}
      autocomplete="off"
      required
    />
    <TextField
      name="title"
      label="What they do"
      hint="Such as: Night shift."
      value={facts.title}
      error={errors.title}
      maxlength={200}
      autocomplete="off"
      optional
    />
    <CheckboxTiles
      name="roles"
      legend="What they may do"
      hint="One or more. Give no more than the work asks for."
      columns={2}
      error={errors.roles}
      values={facts.roles}
      options={ROLES_TO_GIVE.map((role) => ({
        value: role,
        label: capital(roleWord(role)),
        hint: MEANS[role],
      }))}
    />
  </>
)
