import { Bold, Heading2, Italic, Link2, List } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { TextAreaField } from '#components/ui/field.tsx'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

type Mark = { name: string; key?: string; icon: typeof Bold; apply: (text: string) => string }

const lines = (text: string, mark: string) =>
  text
    .split('\n')
    .map(line => `${mark}${line}`)
    .join('\n')

const marks: Mark[] = [
  { name: 'Bold', key: 'b', icon: Bold, apply: text => `**${text || 'bold'}**` },
  { name: 'Italic', key: 'i', icon: Italic, apply: text => `*${text || 'italic'}*` },
  { name: 'Heading', icon: Heading2, apply: text => `\n\n## ${text || 'Heading'}\n\n` },
  { name: 'List', icon: List, apply: text => `\n\n${lines(text || 'First', '- ')}\n\n` },
  { name: 'Link', key: 'k', icon: Link2, apply: text => `[${text || 'words'}](https://)` },
]

/** The description with buttons and keys for its marks; the preview beside it shows what they do. */
export function RichTextField() {
  const { register, setValue, formState } = useFormContext<ListingEdit>()
  const area = useRef<HTMLTextAreaElement>(null)
  const { ref, ...field } = register('description')

  function press({ apply }: Mark) {
    const text = area.current
    if (!text) return
    const { selectionStart: start, selectionEnd: end, value } = text
    const marked = apply(value.slice(start, end))
    text.setRangeText(marked, start, end, 'select')
    setValue('description', text.value.replace(/\n{3,}/g, '\n\n'), { shouldDirty: true })
    text.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const mark = marks.find(each => each.key === event.key && (event.ctrlKey || event.metaKey))
    if (!mark) return
    event.preventDefault()
    press(mark)
  }

  return (
    <div className="grid gap-2">
      <TextAreaField
        {...field}
        className="min-h-56"
        error={formState.errors.description?.message}
        hint="An empty line starts a new paragraph. The first paragraph is shown large."
        id="description"
        label="Description"
        onKeyDown={onKeyDown}
        ref={element => {
          ref(element)
          area.current = element
        }}
        rows={9}
      />
      <div aria-label="Marks for the description" className="flex flex-wrap gap-1" role="toolbar">
        {marks.map(mark => (
          <button
            className="inline-flex min-h-9 items-center gap-1.5 rounded-label border border-line px-2.5 text-note hover:border-ink"
            key={mark.name}
            onClick={() => press(mark)}
            title={mark.key ? `Ctrl+${mark.key.toUpperCase()}` : undefined}
            type="button"
          >
            <mark.icon aria-hidden="true" className="size-4" />
            {mark.name}
          </button>
        ))}
      </div>
    </div>
  )
}
