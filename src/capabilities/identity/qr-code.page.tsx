import { create } from 'qrcode'

/** Empty modules around a code, without which cameras do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** A QR code as one path, drawn dark on white in every theme because cameras want it so. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { data, size } = create(text, { errorCorrectionLevel: 'M' }).modules
  const width = size + 2 * QUIET_ZONE
  const path = Array.from(data, (dark, index) =>
    dark ? `M${(index % size) + QUIET_ZONE} ${Math.floor(index / size) + QUIET_ZONE}h1v1h-1z` : '',
  ).join('')
  return (
    <svg
      viewBox={`0 0 ${width} ${width}`}
      width="240"
      height="240"
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={width} height={width} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
