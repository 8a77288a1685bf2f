import { announcementLooks } from '#components/layout/announcement-looks.ts'
import { DismissButton } from '#components/layout/dismiss-button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import type { ShownAnnouncement } from '#lib/domain/site/announcements.ts'

/**
 * One line above the shop's header. Whoever has put it away does not see the same words again: a script does so before the
 * first paint, as the page itself is the same for everyone.
 */
export function Announcement({ announcement }: { announcement: ShownAnnouncement }) {
  const { text, link, tone } = announcement
  return (
    <>
      <aside
        aria-label="Announcement"
        className={classNames('text-center text-sm', announcementLooks[tone])}
        id="announcement"
        suppressHydrationWarning
      >
        <div className="shell flex items-center justify-center gap-2">
          <p className="py-2">
            {text}{' '}
            {link.href && (
              <a className="inline-block py-1 font-semibold underline underline-offset-4" href={link.href}>
                {link.label}
              </a>
            )}
          </p>
          <DismissButton />
        </div>
      </aside>
      <script>
        {
          'try{const a=document.getElementById("announcement");a.hidden=localStorage.dismissed===a.textContent}catch{}'
        }
      </script>
    </>
  )
}
