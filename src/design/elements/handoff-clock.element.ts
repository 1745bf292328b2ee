import { clockFace } from '../components/clock/clock-face.ts'
import type { Lang } from '../words.ts'

const tick = 10_000
/** A device's clock may be some minutes off; more than this means that the page itself is old (kept offline). */
const trusted = 10 * 60_000

/** Keeps a server-drawn clock true: every 10 seconds while it is seen, and at once when it is seen again. */
export class HandoffClock extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined
  #ahead = 0
  #wasLate: boolean | undefined

  connectedCallback(): void {
    const ahead = this.#time('now') - Date.now()
    this.#ahead = Math.abs(ahead) < trusted ? ahead : 0
    this.#wasLate = undefined
    document.addEventListener('visibilitychange', this.#seen)
    this.#seen()
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#seen)
    clearInterval(this.#timer)
  }

  #seen = (): void => {
    clearInterval(this.#timer)
    if (document.hidden || this.dataset.doneAt) return
    this.#draw()
    this.#timer = setInterval(() => this.#draw(), tick)
  }

  #time(name: 'startAt' | 'dueAt' | 'now'): number {
    return Date.parse(this.dataset[name] ?? '')
  }

  #draw(): void {
    const { zone = 'UTC', lang } = this.dataset
    const face = clockFace(
      {
        startAt: new Date(this.#time('startAt')),
        dueAt: new Date(this.#time('dueAt')),
        now: new Date(Date.now() + this.#ahead),
      },
      zone,
      lang as Lang | undefined,
    )
    const ring = this.querySelector('.cw-ring')
    ring?.classList.toggle('late', face.state === 'late')
    ring?.classList.toggle('long', face.figure.length > 3)
    ring?.classList.toggle('running', face.state === 'running')
    ring?.querySelector('.l')?.setAttribute('stroke-dasharray', `${face.arc} 100`)
    write(ring?.querySelector('b > span'), face.figure)
    write(ring?.querySelector('small'), face.unit)
    write(this.querySelector('[data-words]'), face.words)
    if (this.#wasLate === false && face.state === 'late') this.#announce(face.words)
    this.#wasLate = face.state === 'late'
  }

  /** Said once, politely: that it is late is news, a minute that passes is not. */
  #announce(words: string): void {
    const status = document.createElement('span')
    status.className = 'usa-sr-only'
    status.role = 'status'
    this.append(status)
    // a live region is heard only when it changes after it is in the page
    setTimeout(() => write(status, words), 100)
  }
}

const write = (node: Element | null | undefined, words: string): void => {
  if (node && node.textContent !== words) node.textContent = words
}
