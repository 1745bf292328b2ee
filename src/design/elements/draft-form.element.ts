import { clockTime } from '../time.ts'
import { draftWords, type Lang } from '../words.ts'

const idle = 800
/** A press that got no answer by then (no signal, or Stop was pressed) may be repeated. */
const patience = 10_000

/** Saves the form it wraps 800 ms after the last change, and lets one press send it once. */
export class DraftForm extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #saved = ''
  #sending = false
  #submitted = false

  connectedCallback(): void {
    const form = this.#form
    if (!form) return
    this.#saved = this.#values()
    this.addEventListener('input', this.#changed)
    this.addEventListener('change', this.#changed)
    form.addEventListener('submit', this.#submit)
    addEventListener('pagehide', this.#leave)
    addEventListener('pageshow', this.#back)
    addEventListener('online', this.#changed)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    removeEventListener('pagehide', this.#leave)
    removeEventListener('pageshow', this.#back)
    removeEventListener('online', this.#changed)
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('form')
  }

  /** As the browser would post it. Files stay out: they are sent once, with the form. */
  #values(): string {
    const values = new URLSearchParams()
    const data = new FormData(this.#form ?? undefined)
    for (const [name, value] of data) if (typeof value === 'string') values.append(name, value)
    return values.toString()
  }

  #changed = (): void => {
    clearTimeout(this.#timer)
    if (this.dataset.draftUrl && !this.#submitted) this.#timer = setTimeout(() => this.#save(), idle)
  }

  async #save(leaving = false): Promise<void> {
    const values = this.#values()
    const url = this.dataset.draftUrl
    if (!url || this.#submitted || values === this.#saved) return
    if (this.#sending && !leaving) return this.#changed()
    this.#sending = true
    const ok = await post(url, values, leaving)
    this.#sending = false
    if (ok) this.#saved = values
    this.#say(ok)
  }

  #say(ok: boolean): void {
    const { zone = 'UTC', lang = 'en' } = this.dataset as { zone?: string; lang?: Lang }
    const words = draftWords[lang]
    const line = this.querySelector('[data-saved]')
    const said = ok ? `${words.saved}, ${clockTime(new Date(), { zone, lang })}` : words.notSaved
    if (line && line.textContent !== said) line.textContent = said
  }

  #submit = (event: SubmitEvent): void => {
    if (this.#submitted) {
      event.preventDefault()
      return
    }
    this.#submitted = true
    clearTimeout(this.#timer)
    event.submitter?.setAttribute('aria-disabled', 'true')
    setTimeout(this.#back, patience)
  }

  #leave = (): void => {
    void this.#save(true)
  }

  /** A page that comes back from the browser's memory may be sent again. */
  #back = (): void => {
    this.#submitted = false
    for (const button of this.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled')
  }
}

/** A redirect means that the session ended and a sign-in page answered: that saved nothing. */
const post = async (url: string, body: string, keepalive: boolean): Promise<boolean> => {
  try {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const response = await fetch(url, { method: 'POST', headers, body, keepalive })
    return response.ok && !response.redirected
  } catch {
    return false
  }
}
