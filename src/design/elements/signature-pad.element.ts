/** The sheet is 600 by 200, whatever its size on the screen. */
const WIDTH = 600
const HEIGHT = 200
/** Nearer than this is a hand that rests, and only makes the path longer. */
const REST = 2

/**
 * A sheet to sign on with a finger, a pen or a mouse. What is drawn goes into a hidden field as the data of an SVG path;
 * “Clear” empties it. Hidden without script: the name is then typed.
 */
export class SignaturePad extends HTMLElement {
  #path = ''
  #last: readonly [number, number] | undefined
  #left = Number.POSITIVE_INFINITY

  connectedCallback(): void {
    const sheet = this.querySelector('svg')
    if (!sheet) return
    this.hidden = false
    this.#left = Number(this.dataset.longest) || this.#left
    this.#show(this.#field?.value ?? '')
    sheet.addEventListener('pointerdown', (event) => {
      if (!event.isPrimary || event.button !== 0) return
      event.preventDefault()
      sheet.setPointerCapture(event.pointerId)
      this.#draw(sheet, event, 'M')
    })
    sheet.addEventListener('pointermove', (event) => {
      if (this.#last && event.isPrimary) this.#draw(sheet, event, 'L')
    })
    for (const end of ['pointerup', 'pointercancel'])
      sheet.addEventListener(end, () => {
        this.#last = undefined
      })
    this.querySelector('button')?.addEventListener('click', () => this.#show(''))
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector('input')
  }

  #draw(sheet: SVGSVGElement, event: PointerEvent, move: 'M' | 'L'): void {
    const { left, top, width, height } = sheet.getBoundingClientRect()
    const within = (at: number, size: number, whole: number) =>
      Math.round(Math.min(1, Math.max(0, at / size)) * whole)
    const point = [
      within(event.clientX - left, width, WIDTH),
      within(event.clientY - top, height, HEIGHT),
    ] as const
    const [x, y] = point
    if (move === 'L' && this.#last && Math.hypot(x - this.#last[0], y - this.#last[1]) < REST) return
    // A press without a move is a dot, which a line of no length with round ends draws.
    const next = move === 'M' ? `M${x} ${y}L${x} ${y}` : `L${x} ${y}`
    if (this.#path.length + next.length > this.#left) return
    this.#last = point
    this.#show(this.#path + next)
  }

  #show(path: string): void {
    this.#path = path
    this.querySelector('path')?.setAttribute('d', path)
    if (this.#field) this.#field.value = path
    const sheet = this.querySelector('svg')
    sheet?.setAttribute('aria-label', (path ? this.dataset.signed : this.dataset.empty) ?? '')
  }
}
