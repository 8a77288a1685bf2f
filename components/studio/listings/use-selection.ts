import { type RefObject, useCallback, useEffect, useState } from 'react'

/**
 * Which rows of a form are ticked, by the value of their boxes. The boxes themselves hold it, so that rows can be drawn
 * by the server; `rows` are those that are there now.
 */
export function useSelection(form: RefObject<HTMLFormElement | null>, rows: readonly { slug: string }[]) {
  const [selected, setSelected] = useState<string[]>([])

  const read = useCallback(() => {
    const ticked = form.current ? new FormData(form.current).getAll('listing').map(String) : []
    setSelected(ticked.filter(slug => rows.some(row => row.slug === slug)))
  }, [form, rows])

  const choose = useCallback(
    (isChosen: (slug: string) => boolean) => {
      for (const box of form.current?.querySelectorAll<HTMLInputElement>('input[name=listing]') ?? [])
        box.checked = isChosen(box.value)
      read()
    },
    [form, read],
  )

  useEffect(read, [read])

  return { selected, read, choose }
}
