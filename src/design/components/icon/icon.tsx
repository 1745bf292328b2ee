import { classNames } from '../../class-names.ts'
import { type IconName, iconPaths } from './icon-paths.ts'

export type IconProps = { name: IconName; class?: string | undefined }

/**
 * A line icon. Hidden from assistive technology: an icon always stands beside a word that says the same.
 * Drawn in place, so that a fragment swapped into a page needs no sprite; repeats cost almost nothing compressed.
 */
export const Icon = ({ name, class: extra }: IconProps) => (
  <svg class={classNames('i', extra)} viewBox="0 0 24 24" aria-hidden="true">
    <path d={iconPaths[name]} />
  </svg>
)
