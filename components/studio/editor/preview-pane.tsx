import { useEffect, useRef, useState } from 'react'

const widths = { phone: { width: 390, words: 'Phone' }, desk: { width: 1280, words: 'Desk' } } as const
type Width = keyof typeof widths

/** The size of an element as it changes, in points. */
function useSize() {
  const element = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return { element, size }
}

/** Shows the draft as the shop renders it, anew whenever it has been saved, at the width of a phone or of a desk. */
export function PreviewPane({
  path,
  savedAt,
  title,
}: {
  path: string
  savedAt: string | undefined
  title: string
}) {
  const frame = useRef<HTMLIFrameElement>(null)
  const shown = useRef(savedAt)
  const [chosen, setChosen] = useState<Width>('phone')
  const { element, size } = useSize()
  const scale = Math.min(1, size.width / widths[chosen].width) || 1
  const width = Math.min(widths[chosen].width, size.width / scale)

  useEffect(() => {
    if (savedAt === shown.current) return
    shown.current = savedAt
    frame.current?.contentWindow?.location.reload()
  }, [savedAt])

  return (
    <div className="flex h-full min-h-0 flex-col">
      <fieldset className="flex gap-1 border-line border-b p-2">
        <legend className="sr-only">Width of the preview</legend>
        {(Object.keys(widths) as Width[]).map(each => (
          <label
            className="inline-flex min-h-9 items-center rounded-label px-3 text-sm has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-focus"
            key={each}
          >
            <input
              checked={chosen === each}
              className="sr-only"
              name="preview-width"
              onChange={() => setChosen(each)}
              type="radio"
            />
            {widths[each].words}
          </label>
        ))}
      </fieldset>
      <div className="relative min-h-0 flex-1 overflow-hidden bg-sunk" ref={element}>
        <iframe
          className="absolute top-0 origin-top-left border-0 bg-paper"
          ref={frame}
          src={path}
          style={{
            width,
            height: size.height / scale,
            left: (size.width - width * scale) / 2,
            transform: `scale(${scale})`,
          }}
          title={title}
        />
      </div>
    </div>
  )
}
