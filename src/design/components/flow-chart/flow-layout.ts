/** Where an answer leads: the id of a step, or the end. */
export const TO_END = 'end'

export type FlowAnswer = {
  readonly label: string
  /** The id of the step it leads to, `end`, or undefined where it leads nowhere yet. */
  readonly to: string | undefined
  /** What it comes to, under the answer: in words, since colour alone says nothing. */
  readonly comesTo?: { readonly label: string; readonly kind: 'amber' | 'red' } | undefined
}

export type FlowStep = { readonly id: string; readonly text: string; readonly answers: readonly FlowAnswer[] }

/** A line of text with its baseline. */
export type FlowLine = { readonly y: number; readonly text: string }

type PlacedAnswer = {
  readonly top: number
  readonly height: number
  readonly lines: readonly FlowLine[]
  readonly comesTo: readonly FlowLine[]
  readonly kind: 'amber' | 'red' | undefined
  readonly goes: 'on' | 'away' | 'nowhere' | 'stops'
}

export type PlacedStep = {
  readonly id: string
  readonly number: number
  readonly top: number
  readonly height: number
  readonly lines: readonly FlowLine[]
  readonly answers: readonly PlacedAnswer[]
}

/** A way past steps, on the left: from an answer to a step, or to the end. */
export type FlowJump = { readonly x: number; readonly fromY: number; readonly toY: number }

export type FlowLayout = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly steps: readonly PlacedStep[]
  readonly jumps: readonly FlowJump[]
  readonly endTop: number
}

/** A phone is 390 px wide: the chart is as wide as what is left of it, so that nobody has to move it sideways. */
const WIDTH = 340
const LANE = 9
const LETTERS_IN_TITLE = 31
const LETTERS_IN_ANSWER = 33
const LINE = 20
const GAP = 28

/** Words in lines of at most so many letters; a longer word stands alone. */
const wrapped = (text: string, letters: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length > 0 ? lines : ['…']
}

const placed = (texts: readonly string[], top: number): FlowLine[] =>
  texts.map((text, index) => ({ y: top + 15 + index * LINE, text }))

/** Places steps under each other, and ways past them in lanes on the left, each in a lane of its own. */
export const flowLayout = (steps: readonly FlowStep[]): FlowLayout => {
  const next = (index: number): string => steps[index + 1]?.id ?? TO_END
  const jumping = steps.flatMap((step, index) =>
    step.answers.filter(
      ({ to, comesTo }) => to !== undefined && to !== next(index) && comesTo?.kind !== 'red',
    ),
  )
  const left = 10 + LANE * jumping.length
  let top = 0
  const out: PlacedStep[] = []
  for (const [index, step] of steps.entries()) {
    const placedStep = placeStep(step, { top, number: index + 1, next: next(index) })
    out.push(placedStep)
    top += placedStep.height + GAP
  }
  const yOf = (id: string) => {
    const step = out.find((one) => one.id === id)
    return step ? step.top + 22 : top + 22
  }
  let lane = jumping.length
  const jumps = steps.flatMap((step, index) =>
    step.answers.flatMap((answer, row) => {
      const from = out[index]?.answers[row]
      if (from?.goes !== 'away' || answer.to === undefined) return []
      lane -= 1
      return [{ x: 5 + lane * LANE, fromY: from.top + 15, toY: yOf(answer.to) }]
    }),
  )
  return { width: WIDTH, height: top + 46, left, steps: out, jumps, endTop: top }
}

const placeStep = (
  step: FlowStep,
  at: { readonly top: number; readonly number: number; readonly next: string },
): PlacedStep => {
  const title = placed(wrapped(`${at.number}. ${step.text}`, LETTERS_IN_TITLE), at.top + 12)
  let y = at.top + 12 + title.length * LINE + 8
  const answers = step.answers.map((answer): PlacedAnswer => {
    const lines = placed(wrapped(answer.label, LETTERS_IN_ANSWER), y + 5)
    const told = answer.comesTo
      ? placed(wrapped(answer.comesTo.label, LETTERS_IN_ANSWER), y + 5 + lines.length * LINE)
      : []
    const height = 10 + (lines.length + told.length) * LINE
    const goes =
      answer.comesTo?.kind === 'red'
        ? 'stops'
        : answer.to === undefined
          ? 'nowhere'
          : answer.to === at.next
            ? 'on'
            : 'away'
    const placedAnswer = { top: y, height, lines, comesTo: told, kind: answer.comesTo?.kind, goes } as const
    y += height + 6
    return placedAnswer
  })
  return { id: step.id, number: at.number, top: at.top, height: y + 6 - at.top, lines: title, answers }
}
