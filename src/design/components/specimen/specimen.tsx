import type { Child } from 'hono/jsx'
import type { Example, Place } from '../../example.ts'
import type { Lang } from '../../words.ts'

/** The looks that every example is drawn in. */
export const looks = [
  { theme: 'light', label: 'Light' },
  { theme: 'night', label: 'Night' },
  { theme: 'contrast', label: 'High contrast' },
] as const

export type SpecimenProps = Omit<Place, 'key' | 'look'> & {
  id: string
  example: Example
  lang?: Lang | undefined
}

/** One example in three looks: side by side where there is room, or under each other when it needs the width. */
export const Specimen = ({ id, example, now, zone }: SpecimenProps): Child => (
  <div>
    <h3>{example.title}</h3>
    <div class={example.wide ? 'cw-looks tall' : 'cw-looks'}>
      {looks.map(({ theme, label }) => (
        <div data-theme={theme}>
          <p class="cw-over">{label}</p>
          {example.render({ key: `${id}-${theme}`, look: label.toLowerCase(), now, zone })}
        </div>
      ))}
    </div>
  </div>
)
