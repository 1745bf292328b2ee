const idle = 300

/** Asks the server for this part again when a field it depends on changes. What is shown stays until the answer is here. */
export class FreshPart extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined
  #listening: HTMLFormElement | null = null

  connectedCallback(): void {
    const { form } = this.dataset
    this.#listening = form ? document.querySelector(`form#${CSS.escape(form)}`) : this.closest('form')
    this.#listening?.addEventListener('input', this.#changed)
    this.#listening?.addEventListener('change', this.#changed)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    this.#listening?.removeEventListener('input', this.#changed)
    this.#listening?.removeEventListener('change', this.#changed)
  }

  #changed = (event: Event): void => {
    const name = (event.target as HTMLInputElement | null)?.name ?? ''
    if (!this.dataset.fields?.split(' ').includes(name)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#refresh(), idle)
  }

  async #refresh(): Promise<void> {
    const { url } = this.dataset
    if (!url || !this.#listening) return
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    this.setAttribute('aria-busy', 'true')
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        body: encode(new FormData(this.#listening)),
        signal: asking.signal,
      })
      // a redirect is a sign-in page: it must not be drawn inside this one
      if (response.ok && !response.redirected) this.#swap(await response.text())
    } catch {
      // no signal, or a newer question: what is shown stays, and the form's own button still works
    } finally {
      if (this.#asking === asking) this.removeAttribute('aria-busy')
    }
  }

  #swap(html: string): void {
    const active = document.activeElement as HTMLInputElement | null
    const within = active?.name && this.contains(active) ? active : null
    const { id, selectionStart = null, selectionEnd = null } = within ?? {}
    this.innerHTML = html
    if (!within || !id) return
    const again = this.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)
    again?.focus({ preventScroll: true })
    // radios, checkboxes and dates have no selection: setting one there throws
    if (selectionStart !== null) again?.setSelectionRange(selectionStart, selectionEnd)
  }
}

const encode = (data: FormData): URLSearchParams => {
  const values = new URLSearchParams()
  for (const [name, value] of data) if (typeof value === 'string') values.append(name, value)
  return values
}
