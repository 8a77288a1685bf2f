import { useFormContext, useWatch } from 'react-hook-form'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'
import { availabilityWords } from '#lib/domain/listing-words.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import type { SkuAnswer } from '#lib/domain/retailer-check.ts'

type Properties = {
  index: number
  retailers: { id: string; name: string }[]
  answers: SkuAnswer[]
  /** A changed number has been left. */
  onLeave: () => void
}

function wordsFor(answer: SkuAnswer, name: string): { tone: string; words: string } {
  if (answer.status === 'silent')
    return { tone: 'text-amber', words: `${name} did not answer. Try again in a moment.` }
  if (answer.status === 'unknown') return { tone: 'text-danger', words: `${name} does not sell this number.` }
  if (answer.status === 'closed')
    return { tone: 'text-muted', words: `${name} has no catalogue to ask. Look there yourself.` }
  const stock = availabilityWords[answer.availability].toLowerCase()
  return {
    tone: 'text-good',
    words: `${name} sells it at ${formatMoney(answer.price)} now, ${stock}.`,
  }
}

/** One size's number at each retailer, with what the retailer says to it. */
export function RetailerNumbers({ index, retailers, answers, onLeave }: Properties) {
  const { register, control } = useFormContext<ListingEdit>()
  const numbers = useWatch({ control, name: `variants.${index}.retailerSkus` })
  return (
    <fieldset className="grid gap-2" id={`variants.${index}.retailerSkus`} tabIndex={-1}>
      <legend className="mb-1 font-semibold">Its number at</legend>
      {retailers.map(({ id, name }) => {
        const number = numbers?.[id]?.trim() ?? ''
        const answer = answers.find(each => each.retailerId === id && each.retailerSku === number)
        const said = answer && wordsFor(answer, name)
        const field = `variants.${index}.retailerSkus.${id}` as const
        return (
          <div className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[9rem_1fr]" key={id}>
            <label className="text-sm" htmlFor={field}>
              {name}
            </label>
            <input
              {...register(field, {
                onBlur: () => {
                  if (number !== '' && !answer) onLeave()
                },
              })}
              aria-describedby={said ? `${field}-answer` : undefined}
              className="block min-h-11 w-full rounded-label border border-edge bg-paper px-3 hover:border-ink"
              defaultValue=""
              id={field}
              placeholder="Not sold there"
            />
            {said && (
              <p className={`text-note sm:col-start-2 ${said.tone}`} id={`${field}-answer`} role="status">
                {said.words}
              </p>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
