import { DraftForm } from './elements/draft-form.element.ts'
import { FreshPart } from './elements/fresh-part.element.ts'
import { HandoffClock } from './elements/handoff-clock.element.ts'
import { LiveProgress } from './elements/live-progress.element.ts'
import { NearMe } from './elements/near-me.element.ts'
import { PasskeyForm } from './elements/passkey-form.element.ts'
import { QuickExit } from './elements/quick-exit.element.ts'
import { ReadAloud } from './elements/read-aloud.element.ts'
import { SignaturePad } from './elements/signature-pad.element.ts'

customElements.define('draft-form', DraftForm)
customElements.define('fresh-part', FreshPart)
customElements.define('handoff-clock', HandoffClock)
customElements.define('live-progress', LiveProgress)
customElements.define('near-me', NearMe)
customElements.define('passkey-form', PasskeyForm)
customElements.define('quick-exit', QuickExit)
customElements.define('read-aloud', ReadAloud)
customElements.define('signature-pad', SignaturePad)
