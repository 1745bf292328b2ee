/**
 * Reads a part of the page aloud with the browser's own voice, and stops when pressed again or when the page goes. The
 * button is hidden where there is no script or no voice; nothing is sent anywhere by us.
 */
export class ReadAloud extends HTMLElement {
  #isReading = false

  connectedCallback(): void {
    const button = this.#button
    if (!button || !('speechSynthesis' in window)) return
    this.hidden = false
    button.addEventListener('click', () => (this.#isReading ? this.#stop() : this.#read()))
    addEventListener('pagehide', this.#stop)
  }

  disconnectedCallback(): void {
    removeEventListener('pagehide', this.#stop)
    this.#stop()
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector('button')
  }

  #read(): void {
    const part = document.getElementById(this.dataset.reads ?? '')
    const lines = (part?.innerText ?? '').split('\n').filter((line) => line.trim() !== '')
    if (lines.length === 0) return
    this.#say(true)
    // A line at a time: browsers fall silent in the middle of a long text.
    lines.forEach((line, index) => {
      const words = new SpeechSynthesisUtterance(line)
      words.lang = this.closest('[lang]')?.getAttribute('lang') === 'es' ? 'es-US' : 'en-US'
      words.rate = 0.9
      if (index === lines.length - 1) words.onend = () => this.#say(false)
      speechSynthesis.speak(words)
    })
  }

  #stop = (): void => {
    if (!this.#isReading) return
    speechSynthesis.cancel()
    this.#say(false)
  }

  #say(isReading: boolean): void {
    this.#isReading = isReading
    const words = this.#button?.querySelector('span')
    if (words) words.textContent = (isReading ? this.dataset.quiet : this.dataset.listen) ?? ''
  }
}
