import type { Answer } from '../pages/opened-world.ts'

/** An answer without what differs in any two: ids, moments, the word that was asked for, and the request's own header. */
export const withoutIds = ({ status, headers, text }: Answer, ...echoed: string[]): string => {
  const said = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'content-length')
  const whole = `${status} ${JSON.stringify(said)} ${text}`
  return echoed
    .reduce(
      (rest, word) => rest.replaceAll(word, 'ASKED').replaceAll(encodeURIComponent(word), 'ASKED'),
      whole,
    )
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
}
