import { Card, LoadBar, Row, Rows, State } from '#design'
import { CASELOAD, caseloadOf } from './case.ts'
import type { Caseload } from './list-cases.ts'

const STATES = { room: 'open', full: 'soon', 'too-many': 'bad' } as const
const WORDS = { room: 'has room', full: 'full', 'too-many': 'too many' } as const
/** Whoever has more is drawn as far as this. */
const SHOWN = 30

/** Who follows how many, with the two marks that say when it is too much. */
export const CaseloadCard = ({
  caseloads,
  memberId,
}: {
  readonly caseloads: readonly Caseload[]
  readonly memberId: string
}) => (
  <Card title="Caseloads" id="caseloads" gap={1}>
    {caseloads.length === 0 ? (
      <p>Nobody follows anybody yet.</p>
    ) : (
      <Rows bare plain>
        {caseloads.map((one) => {
          const is = caseloadOf(one.open)
          return (
            <Row
              title={
                one.memberId === undefined ? (
                  <a href="/cases?show=nobody">{one.name}</a>
                ) : one.memberId === memberId ? (
                  <a href="/cases?show=mine">You</a>
                ) : (
                  one.name
                )
              }
              end={one.memberId === undefined ? undefined : <State is={STATES[is]}>{WORDS[is]}</State>}
            >
              {one.memberId !== undefined && (
                <LoadBar
                  value={one.open}
                  marks={[CASELOAD.full, CASELOAD.most]}
                  most={SHOWN}
                  is={STATES[is]}
                />
              )}
              <p class="muted small">
                {one.open === 1 ? '1 person' : `${one.open} people`}
                {one.inTheWind > 0 && `, ${one.inTheWind} in the wind`}
              </p>
            </Row>
          )
        })}
      </Rows>
    )}
    <p class="muted small">
      Full at {CASELOAD.full}, never above {CASELOAD.most}.
    </p>
  </Card>
)
