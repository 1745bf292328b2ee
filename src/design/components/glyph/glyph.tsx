import { classNames } from '../../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'
import { type Kind, kindClass } from '../tag/tag.tsx'

export type GlyphProps = { name: IconName; kind?: Kind | undefined }

/** An icon on a square of its kind's colour, at the head of a row. Decoration: the row's heading says what it is. */
export const Glyph = ({ name, kind = 'teal' }: GlyphProps) => (
  <span class={classNames('cw-glyph', kindClass(kind))}>
    <Icon name={name} />
  </span>
)
