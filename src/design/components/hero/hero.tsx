import type { Child } from 'hono/jsx'

export type HeroProps = { title: string; children?: Child }

/** The opening of a public page: what one can do here, on the bar's colour, with the causeway drawn on a desktop. */
export const Hero = ({ title, children }: HeroProps) => (
  <div class="cw-hero">
    <div>
      <h1>{title}</h1>
      <p>{children}</p>
    </div>
    <svg viewBox="0 0 420 120" aria-hidden="true" fill="none" stroke-linecap="round">
      <path d="M6 30h408" stroke="#ffce6b" stroke-width="4" />
      <path
        d="M10 34v60M10 88a50 46 0 0 1 100 0M110 34v60M110 88a50 46 0 0 1 100 0M210 34v60M210 88a50 46 0 0 1 100 0M310 34v60M310 88a50 46 0 0 1 100 0M410 34v60"
        stroke="#5abec0"
        stroke-width="3"
      />
      <path
        d="M0 106q13-8 26 0t26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0M30 117q13-8 26 0t26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0 26 0"
        stroke="#5abec0"
        stroke-opacity=".55"
        stroke-width="2"
      />
    </svg>
  </div>
)
