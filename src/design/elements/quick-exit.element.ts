/** Leaves at once and takes this page out of the way back; the link alone would leave it one press of Back away. */
export class QuickExit extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const link = this.querySelector('a')
      if (!link) return
      event.preventDefault()
      document.body.hidden = true
      location.replace(link.href)
    })
  }
}
