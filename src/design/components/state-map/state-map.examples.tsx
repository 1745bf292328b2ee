import type { Example } from '../../example.ts'
import { StateMap } from './state-map.tsx'

export const examples: readonly Example[] = [
  {
    title: 'A state with dots and striped counties',
    wide: true,
    render: ({ key }) => (
      <div id={`map-table-${key}`}>
        <StateMap
          state="ME"
          label={`Maine (${key}): two places, and two counties with none near`}
          table={`map-table-${key}`}
          dots={[
            { latitude: 44.3, longitude: -68.2 },
            { latitude: 43.66, longitude: -70.26 },
          ]}
          dotLabel="Naloxone"
          striped={new Set(['23003', '23021'])}
          stripedLabel="None within 25 miles"
        />
      </div>
    ),
  },
]
