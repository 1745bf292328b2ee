/** The mark, a causeway over water, and the name: a link home. */
export const Brand = ({ href }: { href: string }) => (
  <a class="cw-brand" href={href}>
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#5abec0" fill-opacity=".22" />
      <path d="M5 12.5h22" stroke="#ffce6b" stroke-width="2.6" stroke-linecap="round" />
      <path
        d="M5 22a5.5 5.5 0 0 1 11 0 5.5 5.5 0 0 1 11 0M5 13v9M16 13v9M27 13v9"
        fill="none"
        stroke="#fff"
        stroke-width="2.2"
        stroke-linecap="round"
      />
    </svg>
    <span>Causeway</span>
  </a>
)
