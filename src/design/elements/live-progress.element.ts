const every = 1000

/** Asks once a second how far something is, and for the page when it is done. */
export class LiveProgress extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #gone = false

  connectedCallback(): void {
    this.#gone = false
    this.#timer = setTimeout(() => void this.#ask(), every)
  }

  disconnectedCallback(): void {
    this.#gone = true
    clearTimeout(this.#timer)
  }

  async #ask(): Promise<void> {
    const { url } = this.dataset
    if (!url) return
    try {
      const response = await fetch(url, { headers: { accept: 'application/json' } })
      // a redirect is a sign-in page
      if (response.redirected) return location.reload()
      if (response.ok) {
        const { isBusy, value } = (await response.json()) as { isBusy: boolean; value: number }
        if (!isBusy) return location.reload()
        const bar = this.querySelector('progress')
        if (bar) bar.value = value
      }
    } catch {
      // no signal: it goes on without us, and is asked again
    }
    if (!this.#gone) this.#timer = setTimeout(() => void this.#ask(), every)
  }
}
