import { Card } from '#design'

/** Above a form that somebody else was quicker with: what was typed is kept, and what saving does now. */
export const ChangedMeanwhile = ({ serviceId }: { readonly serviceId: string }) => (
  <Card>
    <p role="alert">
      <b>Somebody changed this listing while you had it open.</b> What you typed is kept below. Look at{' '}
      <a href={`/places/${serviceId}#changes`}>what changed</a>; saving now writes what stands here.
    </p>
  </Card>
)
