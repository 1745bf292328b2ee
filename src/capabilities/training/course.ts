/** One of the answers from which a learner chooses. */
export type Choice = { readonly id: string; readonly text: string; readonly isRight: boolean }

export type Question = {
  readonly id: string
  readonly text: string
  readonly choices: readonly Choice[]
  /** Why the right answer is right; shown with every wrong one. */
  readonly why: string
  /** The slug of the screen on which that stands. */
  readonly screen: string
  readonly sources: readonly string[]
}

export type ScenarioStep = {
  readonly id: string
  readonly html: string
  /** Where each choice leads; a step without choices ends the scenario. */
  readonly choices: readonly { readonly text: string; readonly to: string }[]
}

export type Screen = {
  readonly slug: string
  readonly title: string
  /** Belongs to the cut of ten minutes for roll call. */
  readonly isShort: boolean
  /** Safe HTML. `{{name}}` stands where the agency's own words go. */
  readonly html: string
  readonly check: Question | undefined
  /** To be decided through; never scored. The first step begins. */
  readonly scenario: readonly ScenarioStep[] | undefined
  readonly sources: readonly string[]
}

export type Attitude = {
  readonly id: string
  readonly text: string
  /** Agreeing speaks against what the course is for. */
  readonly reversed: boolean
}

export type Course = {
  readonly slug: string
  readonly title: string
  readonly version: string
  readonly minutes: number
  readonly about: string
  /** Days, such as 2026-11-24. */
  readonly reviewedOn: string
  readonly reviewBy: string
  readonly objectives: readonly string[]
  readonly screens: readonly Screen[]
  readonly bank: readonly Question[]
  readonly attitudes: readonly Attitude[]
  /** What an instructor watches somebody do. */
  readonly practice: readonly string[]
  readonly slots: readonly { readonly name: string; readonly label: string }[]
}

/** A work on which a course stands. */
export type Source = {
  readonly id: string
  readonly title: string
  readonly publisher?: string | undefined
  readonly year?: number | undefined
  readonly url: string
}
