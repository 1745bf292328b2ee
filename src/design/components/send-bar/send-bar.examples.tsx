import type { Example } from '../../example.ts'
import { Button } from '../button/button.tsx'
import { SendBar } from './send-bar.tsx'

export const examples: readonly Example[] = [
  {
    title: 'At the thumb',
    render: () => (
      <div class="cw-shelf">
        <SendBar note="No signal? It sends itself later.">
          <Button big wide icon="send">
            Send to Dana Whitfield
          </Button>
        </SendBar>
      </div>
    ),
  },
]
