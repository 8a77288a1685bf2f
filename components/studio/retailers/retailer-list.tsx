'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '#components/studio/editor/icon-button.tsx'
import { RetailerHealthBadge, RetailerState } from '#components/studio/retailers/retailer-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import type { RegistryRow } from '#lib/domain/retailer.ts'
import type { judgeHealth } from '#lib/domain/retailer-health.ts'

export type ListedRetailer = {
  id: string
  name: string
  kind: string
  adapter: RegistryRow['adapter']
  enabled: boolean
  verdict: ReturnType<typeof judgeHealth>
  /** How it does, in sentences. */
  health: string[]
  forShoppers: string[]
}
type Wish = { id: string; direction: 'up' | 'down' }
type Move = Action<Wish, number | undefined>

type RetailerListProps = {
  retailers: readonly ListedRetailer[]
  /** Absent for those who may only look. */
  move?: Move
}

/** The registry in the order in which shoppers see it. */
export function RetailerList({ retailers, move }: RetailerListProps) {
  const [problem, setProblem] = useState<string>()
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const isMoving = useRef(false)
  const pressed = useRef<Wish>(undefined)
  const order = retailers.map(({ id }) => id).join()

  // A row that moves takes its buttons along, and the browser lets go of the focus.
  useEffect(() => {
    if (!pressed.current || order === '') return
    const { id, direction } = pressed.current
    pressed.current = undefined
    const buttons = [
      ...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-retailer="${id}"] button`) ?? []),
    ]
    const same = buttons.find(button => button.dataset.direction === direction && !button.disabled)
    const found = same ?? buttons.find(button => !button.disabled)
    found?.focus()
  }, [order])

  async function go({ id, name }: ListedRetailer, direction: 'up' | 'down') {
    if (!move || isMoving.current) return
    isMoving.current = true
    pressed.current = { id, direction }
    setProblem(undefined)
    const result = await move({ id, direction }).catch(() => undefined)
    isMoving.current = false
    if (!result?.ok) return setProblem(result?.message ?? 'The connection broke. Please try again.')
    if (result.data !== undefined) setSaid(`${name} is now number ${result.data}.`)
  }

  return (
    <div className="grid gap-4">
      {problem && (
        <Notice role="alert" tone="bad">
          {problem}
        </Notice>
      )}
      <p className="sr-only" role="status">
        {said}
      </p>
      <ol className="border-ink border-t" ref={list}>
        {retailers.map((retailer, index) => (
          <li
            className="grid grid-cols-[2rem_minmax(0,1fr)_auto] gap-x-3 border-line border-b py-4 md:grid-cols-[2rem_minmax(0,1fr)_minmax(0,1.4fr)_auto] md:gap-x-6"
            data-retailer={retailer.id}
            key={retailer.id}
          >
            <span className="figures pt-0.5 text-muted">{index + 1}</span>
            <div className="grid content-start gap-1.5">
              <Link
                className="justify-self-start font-semibold text-lead leading-snug underline-offset-4 hover:underline"
                href={`/studio/retailers/${retailer.id}` as Route}
                prefetch={false}
              >
                {retailer.name}
              </Link>
              <span className="text-muted text-sm">{retailer.kind}</span>
              <span className="flex flex-wrap gap-2 pt-1">
                <RetailerState enabled={retailer.enabled} />
                {retailer.adapter !== 'handoff' && <RetailerHealthBadge verdict={retailer.verdict} />}
              </span>
            </div>
            <div className="grid content-start gap-2 text-sm max-md:col-span-2 max-md:col-start-2 max-md:row-start-2 max-md:pt-3">
              {retailer.health.map(words => (
                <p key={words}>{words}</p>
              ))}
              {retailer.forShoppers.length > 0 && (
                <details>
                  <summary className="prose-link inline-flex min-h-11 cursor-pointer items-center md:min-h-8">
                    What shoppers get
                  </summary>
                  <ul className="grid list-disc gap-1 py-1 pl-5 text-muted">
                    {retailer.forShoppers.map(words => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
            {move && (
              <span className="-mt-2 -mr-3 flex items-start">
                <IconButton
                  data-direction="up"
                  disabled={index === 0}
                  icon={ArrowUp}
                  label={`Move ${retailer.name} up`}
                  onClick={() => void go(retailer, 'up')}
                />
                <IconButton
                  data-direction="down"
                  disabled={index === retailers.length - 1}
                  icon={ArrowDown}
                  label={`Move ${retailer.name} down`}
                  onClick={() => void go(retailer, 'down')}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
