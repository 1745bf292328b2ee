import { fingerprintOf, type SensitiveWords } from '#kernel/sensitive-words.ts'
import { formWords, type Lang } from '../../words.ts'
import { Alert } from '../alert/alert.tsx'
import { CheckboxTile } from '../checkbox-tiles/checkbox-tiles.tsx'

/** What was found in one field: its label, as the reader knows it. */
export type FieldFindings = {
  /** The id of the field, for the way there. */
  field: string
  label: string
  findings: readonly SensitiveWords[]
}

export type WordsWarningProps = {
  /** Fields without a finding may stand in it too. */
  fields: readonly FieldFindings[]
  /** Announced when it comes into the page while somebody writes. */
  live?: boolean | undefined
  lang?: Lang | undefined
  /** What the form said of keeping them: the box stays ticked while it is said of just these. */
  said?: string | undefined
  /** Unique on the page; the box's own id is made from it. */
  id?: string | undefined
}

/** The name of the field by which a form says “keep my words as they are”. */
export const AS_IT_IS = 'asItIs'

/** Whether a form that says “keep my words” says it of just these findings. Without findings there is nothing to ask. */
export const keepsWords = (fields: readonly FieldFindings[], said: string): boolean => {
  const all = fields.flatMap(({ findings }) => findings)
  return all.length === 0 || said === fingerprintOf(all)
}

/**
 * Warns, before anything is saved, of words that do not belong into a free text, and lets whoever knows better keep
 * them. Stands in the form: the box goes with it. Nothing shows where there is nothing to warn of.
 */
export const WordsWarning = ({ fields, live, said = '', lang = 'en', id = 'words' }: WordsWarningProps) => {
  const found = fields.filter(({ findings }) => findings.length > 0)
  if (found.length === 0) return null
  const words = formWords[lang]
  const kinds = new Set(found.flatMap(({ findings }) => findings.map(({ kind }) => kind)))
  return (
    <div id={id}>
      <Alert kind="warning" icon="pen" live={live}>
        <div class="stack gap-1">
          <p>
            <strong>{words.wordsTitle}</strong>
          </p>
          <ul class="stack gap-05">
            {found.map(({ field, label, findings }) => (
              <li>
                <a href={`#${field}`}>{label}</a>: {findings.map((one) => `“${one.words}”`).join(', ')}
              </li>
            ))}
          </ul>
          {kinds.has('criminal-justice') && <p>{words.wordsCriminalJustice}</p>}
          {kinds.has('third-person') && <p>{words.wordsThirdPerson}</p>}
          <CheckboxTile
            name={AS_IT_IS}
            id={`${id}-keep`}
            value={fingerprintOf(found.flatMap(({ findings }) => findings))}
            label={words.wordsKeep}
            checked={keepsWords(found, said)}
          />
        </div>
      </Alert>
    </div>
  )
}
