/** About 100 m: near enough to sort places, too coarse to say which door. */
const round = (degrees: number): string => degrees.toFixed(3)

/** Shows its button where the browser can tell the place, and fills two hidden fields when the person allows it. */
export class NearMe extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    if (!button || !navigator.geolocation) return
    button.hidden = false
    button.addEventListener('click', () => {
      button.setAttribute('aria-disabled', 'true')
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          button.removeAttribute('aria-disabled')
          this.#fill('latitude', coords.latitude)
          this.#fill('longitude', coords.longitude)
          this.#say(this.dataset.found)
        },
        () => {
          button.removeAttribute('aria-disabled')
          this.#say(this.dataset.refused)
        },
        { timeout: 10_000, maximumAge: 300_000 },
      )
    })
  }

  #fill(part: 'latitude' | 'longitude', degrees: number): void {
    const field = this.querySelector<HTMLInputElement>(`[data-${part}]`)
    if (!field) return
    field.value = round(degrees)
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #say(words: string | undefined): void {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = words ?? ''
  }
}
