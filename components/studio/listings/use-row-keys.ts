import { type RefObject, useEffect } from 'react'

type Acts = { onHelp: () => void; onClear: () => void }

const memory = 'studio-keys'

/** Whether single letters do something: whoever speaks to the computer, or types by accident, can turn that off. */
export function letterKeysAreOn(): boolean {
  try {
    return localStorage.getItem(memory) !== 'off'
  } catch {
    return true
  }
}

export function turnLetterKeys(isOn: boolean): void {
  try {
    localStorage.setItem(memory, isOn ? 'on' : 'off')
  } catch {
    // Storage may be off; the keys then stay as they are.
  }
}

const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable], dialog'

/** What a key asks for while the focus is in a row, or anywhere else that no text is typed in. */
function moveOf(key: string, isInRow: boolean): number {
  if (key === 'j' || (isInRow && key === 'ArrowDown')) return 1
  if (key === 'k' || (isInRow && key === 'ArrowUp')) return -1
  return 0
}

/**
 * Keys for the rows (`data-row`) under `root`, which are reached by their links: a screen reader meets an ordinary
 * table and ordinary links. Arrows or j and k move, Space or x ticks, Enter opens as it does any link.
 */
export function useRowKeys(root: RefObject<HTMLElement | null>, { onHelp, onClear }: Acts): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const { target, key } = event
      if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
      if (target.closest(fields) || document.querySelector('dialog[open]')) return
      if (key.length === 1 && key !== ' ' && !letterKeysAreOn()) return
      const rows = [...(root.current?.querySelectorAll('[data-row]') ?? [])]
      const at = rows.findIndex(row => row.contains(target))
      const row = rows[at]
      const move = moveOf(key, at >= 0)
      const box = row?.querySelector('input')
      if (move !== 0) rows[Math.max(0, at + move)]?.querySelector('a')?.focus()
      else if (box && (key === 'x' || (key === ' ' && target !== box))) box.click()
      else if (key === '/') document.querySelector<HTMLInputElement>('#studio-query')?.select()
      else if (key === '?') onHelp()
      else if (key === 'Escape') onClear()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [root, onHelp, onClear])
}
