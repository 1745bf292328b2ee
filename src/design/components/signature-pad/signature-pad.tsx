import { formWords, type Lang } from '../../words.ts'

export type SignaturePadProps = {
  /** The hidden field that is posted: the data of an SVG path on a sheet of 600 by 200, or ''. */
  name: string
  label: string
  /** The longest path that is taken, in characters: about a minute of drawing at 20,000. */
  longest: number
  value?: string | undefined
  lang?: Lang | undefined
}

/**
 * A sheet to sign on. It is one of two ways: a field to type the name in stands beside it, because not everybody can
 * draw, and without script nobody can.
 */
export const SignaturePad = ({ name, label, longest, value, lang = 'en' }: SignaturePadProps) => {
  const { clear, signed, notSigned } = formWords[lang]
  return (
    <signature-pad hidden data-longest={String(longest)} data-signed={signed} data-empty={notSigned}>
      <p class="usa-label">{label}</p>
      <svg class="cw-sheet" viewBox="0 0 600 200" role="img" aria-label={notSigned}>
        <line x1="30" x2="570" y1="160" y2="160" />
        <path d="" />
      </svg>
      <input type="hidden" name={name} value={value ?? ''} />
      <button class="usa-button usa-button--outline" type="button">
        {clear}
      </button>
    </signature-pad>
  )
}

/** What was drawn, to be shown. The path must be letters and numbers of SVG paths alone, which the database checks. */
export const DrawnSignature = ({ path, label }: { path: string; label: string }) => (
  <svg class="cw-sheet drawn" viewBox="0 0 600 200" role="img" aria-label={label}>
    <path d={path} />
  </svg>
)
