import { ArrowDown, ArrowUp, ChevronDown, Eye, EyeOff, Trash2 } from 'lucide-react'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { IconButton } from '#components/studio/editor/icon-button.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { classNames } from '#components/ui/class-names.ts'

type Properties = {
  /** The entry's path in the form, such as `sections.2`. */
  name: string
  index: number
  count: number
  /** What kind of entry it is, and what it is called. */
  kind?: string
  title: string
  startsOpen?: boolean
  onMove: (to: number) => void
  onRemove: () => void
  children: ReactNode
}

/** One entry of a list: folded to a line with its name, moved with buttons, hidden, removed. */
export function Entry(properties: Properties) {
  const { name, index, count, kind, title, startsOpen = false, onMove, onRemove, children } = properties
  const { control, getFieldState, formState } = useFormContext()
  const { field: hidden } = useController({ control, name: `${name}.hidden` })
  const [isUnfolded, setUnfolded] = useState(startsOpen)
  const isOpen = isUnfolded || getFieldState(name, formState).error !== undefined
  const words = title || 'unnamed'

  function move(event: MouseEvent<HTMLButtonElement>, to: number) {
    const button = event.currentTarget
    onMove(to)
    // The button moves with its entry, and the browser forgets that it had the focus.
    requestAnimationFrame(() => button.focus())
  }

  return (
    <li className="border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-1 pr-1 pl-3">
        <h2 className="min-w-0 flex-1 basis-52 font-normal font-text text-base tracking-normal">
          <button
            aria-expanded={isOpen}
            className="flex min-h-12 w-full items-center gap-2 text-left"
            onClick={() => setUnfolded(!isOpen)}
            type="button"
          >
            <ChevronDown
              aria-hidden="true"
              className={classNames('size-4 shrink-0 transition-transform', !isOpen && '-rotate-90')}
            />
            <span className="min-w-0 truncate">
              {kind && <span className="text-muted text-note">{kind} </span>}
              <span className="font-semibold">{title || 'Unnamed'}</span>
            </span>
            {hidden.value === true && <Badge>Hidden</Badge>}
          </button>
        </h2>
        <div className="ml-auto flex">
          <IconButton
            disabled={index === 0}
            icon={ArrowUp}
            label={`Move ${words} up`}
            onClick={event => move(event, index - 1)}
          />
          <IconButton
            disabled={index === count - 1}
            icon={ArrowDown}
            label={`Move ${words} down`}
            onClick={event => move(event, index + 1)}
          />
          <IconButton
            icon={hidden.value ? EyeOff : Eye}
            label={hidden.value ? `Show ${words} in the shop` : `Hide ${words}`}
            onClick={() => hidden.onChange(!hidden.value)}
          />
          <IconButton icon={Trash2} label={`Remove ${words}`} onClick={onRemove} />
        </div>
      </div>
      <div className="grid grid-cols-1 gap-4 border-line border-t p-4" hidden={!isOpen}>
        {children}
      </div>
    </li>
  )
}
