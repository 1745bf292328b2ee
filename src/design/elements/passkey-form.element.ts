/**
 * A form that a passkey fills in. It asks the server for a challenge at `data-options`, has the browser make a passkey or
 * show one (`data-act`), puts the answer into its hidden field and is sent. It is hidden where a browser has no passkeys.
 */
export class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form || !window.PublicKeyCredential?.parseRequestOptionsFromJSON) return
    this.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#fill(form)
    })
  }

  async #fill(form: HTMLFormElement): Promise<void> {
    this.#say('')
    const asked = await fetch(this.dataset.options ?? '', { method: 'POST' }).catch(() => undefined)
    // Not what was asked for: the session has ended, or a second factor has to be shown again. The page says so itself.
    if (asked?.redirected || asked?.status === 401) return location.reload()
    if (!asked?.ok) return this.#say(this.dataset.failed)
    const passkey = await this.#passkey(await asked.json()).catch(() => undefined)
    if (!passkey) return this.#say(this.dataset.stopped)
    const field = form.querySelector<HTMLInputElement>('[data-passkey]')
    if (field) field.value = JSON.stringify(passkey.toJSON())
    form.submit()
  }

  async #passkey(
    options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON,
  ): Promise<PublicKeyCredential | undefined> {
    const found =
      this.dataset.act === 'make'
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
          })
    return found instanceof PublicKeyCredential ? found : undefined
  }

  #say(words: string | undefined): void {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = words ?? ''
  }
}
