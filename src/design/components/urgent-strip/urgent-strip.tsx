import { frameWords, type Lang } from '../../words.ts'
import { ButtonLink } from '../button/button.tsx'

export type UrgentStripProps = { lang?: Lang | undefined; label?: string | undefined }

/** 911 and 988, always in reach on public pages: at the thumb on a phone, under the bar on a desktop. */
export const UrgentStrip = ({ lang = 'en', label }: UrgentStripProps) => {
  const words = frameWords[lang]
  return (
    <aside class="cw-now" aria-label={label ?? words.urgent}>
      <div>
        <p>
          <strong>{words.notBreathing}</strong> {words.giveNaloxone}
        </p>
        <ButtonLink kind="emergency" href="tel:911" icon="phone">
          {words.call911}
        </ButtonLink>
        <ButtonLink kind="outline" href="tel:988" icon="chat">
          {words.call988}
        </ButtonLink>
      </div>
    </aside>
  )
}
