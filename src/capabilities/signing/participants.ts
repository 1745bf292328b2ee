import { type FormFields, firstOf } from '#platform/http/form-body.ts'

/** No intermediary of a county passes on to more. */
const MOST = 30

/**
 * To whom an intermediary passes on: those named, a line each; none when it is whoever treats the person (2.31(a)(4)(ii)).
 * Undefined while neither is said.
 */
export const participantsOf = ({
  fields,
}: {
  readonly fields: FormFields
}): readonly string[] | undefined => {
  if (firstOf(fields, 'through') === 'treating') return []
  const named = firstOf(fields, 'participants')
    .split(/[\n\r]+/)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, MOST)
  return firstOf(fields, 'through') === 'named' && named.length > 0 ? named : undefined
}
