import type { Example } from '../../example.ts'
import { Button } from '../button/button.tsx'
import { Alert } from './alert.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Four kinds',
    render: () => (
      <div class="stack">
        <Alert kind="success">
          <b>Sent at 2:16&nbsp;AM.</b> It reached Dana’s phone.
        </Alert>
        <Alert kind="error">
          <b>HC-2119 is recalled.</b> Nine kits are with officers. <a href="#alert">See who has them</a>
        </Alert>
        <Alert kind="info">
          <b>Your draft was saved</b> before you were signed out.
        </Alert>
      </div>
    ),
  },
  {
    title: 'With something to do',
    render: () => (
      <Alert kind="warning" icon="wait" action={<Button kind="outline">Try now</Button>}>
        <strong>1 referral waiting to send</strong>
        <br />
        It goes by itself when you have signal.
      </Alert>
    ),
  },
]
