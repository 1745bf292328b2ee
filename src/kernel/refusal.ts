/**
 * A refusal is an answer, not a fault: the rule that stood against a request, named in the field's words.
 * `fields` gives a plain sentence for each input that has to change.
 */
export type Refusal<Code extends string = string> = {
  readonly refused: Code
  readonly fields?: Readonly<Record<string, string>>
}

/** Tells a refusal from a result. */
export const isRefusal = <Result, Code extends string>(
  answer: Result | Refusal<Code>,
): answer is Refusal<Code> => typeof answer === 'object' && answer !== null && 'refused' in answer
