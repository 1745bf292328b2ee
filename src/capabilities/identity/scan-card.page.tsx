import { Card } from '#design'
import { QrCode } from './qr-code.page.tsx'

/** The first of two steps wherever codes are set up: an authenticator app takes the secret. */
export const ScanCard = ({ secret, address }: { readonly secret: string; readonly address: string }) => (
  <Card title="1. Scan this with an authenticator app" id="scan">
    <p>Any such app on your phone will do. It then shows a new code each half minute.</p>
    <QrCode text={address} label="QR code for your authenticator app" />
    <p>
      Reading this on that phone? <a href={address}>Open it in the app</a>.
    </p>
    <p>
      Can’t scan? Type this key into the app: <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
    </p>
  </Card>
)
