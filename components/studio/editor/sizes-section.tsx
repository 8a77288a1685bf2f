import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { EditorActions, EditorContext } from '#components/studio/editor/editor-types.ts'
import { IconButton } from '#components/studio/editor/icon-button.tsx'
import { RetailerNumbers } from '#components/studio/editor/retailer-numbers.tsx'
import { Section } from '#components/studio/editor/section.tsx'
import { Button } from '#components/ui/button.tsx'
import { FieldError, TextField } from '#components/ui/field.tsx'
import { blankVariant, type ListingEdit } from '#lib/domain/listing-edit.ts'
import type { SkuAnswer } from '#lib/domain/retailer-check.ts'

type Properties = { retailers: EditorContext['retailers']; checkSkus: EditorActions['checkSkus'] }

/** The sizes a product is sold in, and under which number each retailer sells each of them. */
export function SizesSection({ retailers, checkSkus }: Properties) {
  const { register, control, formState, getValues } = useFormContext<ListingEdit>()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'variants' })
  const [answers, setAnswers] = useState<SkuAnswer[]>([])
  const [checking, setChecking] = useState(false)
  const errors = formState.errors.variants

  async function check() {
    const questions = getValues('variants')
      .flatMap(variant => Object.entries(variant.retailerSkus))
      .map(([retailerId, sku]) => ({ retailerId, retailerSku: sku.trim() }))
      .filter(question => question.retailerSku !== '')
    if (questions.length === 0) return
    setChecking(true)
    const result = await checkSkus({ questions }).catch(() => undefined)
    setAnswers(
      result?.ok ? result.data : questions.map(question => ({ ...question, status: 'silent' as const })),
    )
    setChecking(false)
  }

  return (
    <Section
      action={
        <Button onClick={check} pending={checking} size="small" variant="outline">
          {checking ? 'Asking the shops…' : 'Check with the shops'}
        </Button>
      }
      hint="Each size is an article of its own, with a number at each shop that sells it."
      id="variants"
      title="Sizes and shops"
    >
      {errors?.root?.message && <FieldError>{errors.root.message}</FieldError>}
      {errors?.message && <FieldError>{errors.message}</FieldError>}
      <ol className="grid gap-5">
        {fields.map((field, index) => (
          <li className="grid gap-4 border border-line bg-surface p-4" key={field.id}>
            <div className="flex items-center justify-between">
              <h3 className="font-semibold font-text text-base tracking-normal">Size {index + 1}</h3>
              <div className="-mr-2 flex">
                <IconButton
                  disabled={index === 0}
                  icon={ArrowUp}
                  label={`Move size ${index + 1} up`}
                  onClick={() => move(index, index - 1)}
                />
                <IconButton
                  disabled={index === fields.length - 1}
                  icon={ArrowDown}
                  label={`Move size ${index + 1} down`}
                  onClick={() => move(index, index + 1)}
                />
                <IconButton icon={Trash2} label={`Remove size ${index + 1}`} onClick={() => remove(index)} />
              </div>
            </div>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                {...register(`variants.${index}.label`)}
                error={errors?.[index]?.label?.message}
                id={`variants.${index}.label`}
                label="Size, as shoppers read it"
                placeholder="12 oz (340 g)"
              />
              <TextField
                {...register(`variants.${index}.guidance`)}
                className="figures"
                error={errors?.[index]?.guidance?.message}
                id={`variants.${index}.guidance`}
                inputMode="decimal"
                label="Suggested price, $"
                placeholder="4.50"
              />
              <TextField
                {...register(`variants.${index}.sku`)}
                error={errors?.[index]?.sku?.message}
                id={`variants.${index}.sku`}
                label="Our SKU"
                placeholder="MRM-OAT-450"
              />
              <TextField
                {...register(`variants.${index}.gtin`)}
                error={errors?.[index]?.gtin?.message}
                id={`variants.${index}.gtin`}
                inputMode="numeric"
                label="GTIN"
                optional
              />
            </div>
            <RetailerNumbers answers={answers} index={index} onLeave={check} retailers={retailers} />
          </li>
        ))}
      </ol>
      <Button
        className="justify-self-start"
        disabled={fields.length >= 12}
        onClick={() => append(blankVariant)}
        size="small"
        variant="outline"
      >
        <Plus aria-hidden="true" className="size-4" /> Add a size
      </Button>
    </Section>
  )
}
