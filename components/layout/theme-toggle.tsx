'use client'

function toggle() {
  const { dataset } = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const next = (dataset.theme ?? system) === 'dark' ? 'light' : 'dark'
  dataset.theme = next
  try {
    localStorage.theme = next
  } catch {
    // Storage may be off; the theme then lasts for this page.
  }
}

/** Turns the page light or dark. It keeps no state of its own: the root's data-theme is the state. */
export function ThemeToggle({ className }: { className?: string }) {
  return (
    <button aria-label="Change between light and dark" className={className} onClick={toggle} type="button">
      <svg
        aria-hidden="true"
        className="size-5.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        viewBox="0 0 24 24"
      >
        <circle cx="12" cy="12" r="8.5" />
        <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
      </svg>
    </button>
  )
}
