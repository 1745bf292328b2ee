import { formWords, type Lang } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'

export type NearMeProps = {
  /** Names of the two hidden fields; "latitude" and "longitude" unless said. */
  latitudeName?: string | undefined
  longitudeName?: string | undefined
  latitude?: string | undefined
  longitude?: string | undefined
  lang?: Lang | undefined
}

/**
 * "Use where I am": asks the browser for the place and fills two hidden fields, rounded to about 100 m.
 * Without script there is no button, and the field for a town or ZIP code beside it does the work.
 */
export const NearMe = (props: NearMeProps) => {
  const words = formWords[props.lang ?? 'en']
  return (
    <near-me data-found={words.nearMeFound} data-refused={words.nearMeRefused}>
      <input
        type="hidden"
        name={props.latitudeName ?? 'latitude'}
        value={props.latitude ?? ''}
        data-latitude
      />
      <input
        type="hidden"
        name={props.longitudeName ?? 'longitude'}
        value={props.longitude ?? ''}
        data-longitude
      />
      <button class="usa-button usa-button--outline" type="button" hidden>
        <Icon name="pin" />
        <span>{words.nearMe}</span>
      </button>
      <span class="muted small" role="status" />
    </near-me>
  )
}
