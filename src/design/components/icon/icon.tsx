import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { classNames } from '../../class-names.ts'
import { type IconName, iconPaths } from './icon-paths.ts'

export type IconProps = { name: IconName; class?: string | undefined }

/** Written once each, because a page has thirty of them. */
const drawn = new Map<string, HtmlEscapedString>()

/**
 * A line icon. Hidden from assistive technology: an icon always stands beside a word that says the same.
 * Drawn in place, so that a fragment swapped into a page needs no sprite; repeats cost almost nothing compressed.
 *
 * @param props.class a class that the code chose, never words that somebody typed
 */
export const Icon = ({ name, class: extra }: IconProps) => {
  const classes = classNames('i', extra)
  const key = `${name} ${classes}`
  const icon = drawn.get(key) ?? raw(draw(name, classes))
  drawn.set(key, icon)
  return icon
}

const draw = (name: IconName, classes: string): string =>
  `<svg class="${classes}" viewBox="0 0 24 24" aria-hidden="true"><path d="${iconPaths[name]}"></path></svg>`
