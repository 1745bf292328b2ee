import { DraftForm } from './elements/draft-form.element.ts'
import { FreshPart } from './elements/fresh-part.element.ts'
import { HandoffClock } from './elements/handoff-clock.element.ts'
import { NearMe } from './elements/near-me.element.ts'
import { QuickExit } from './elements/quick-exit.element.ts'

customElements.define('draft-form', DraftForm)
customElements.define('fresh-part', FreshPart)
customElements.define('handoff-clock', HandoffClock)
customElements.define('near-me', NearMe)
customElements.define('quick-exit', QuickExit)
