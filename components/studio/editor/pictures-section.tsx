import { ArrowLeft, ArrowRight, ImagePlus, Trash2 } from 'lucide-react'
import Image from 'next/image'
import { type DragEvent, useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { EditorActions } from '#components/studio/editor/editor-types.ts'
import { IconButton } from '#components/studio/editor/icon-button.tsx'
import { Section } from '#components/studio/editor/section.tsx'
import { useUploads } from '#components/studio/editor/use-uploads.ts'
import { classNames } from '#components/ui/class-names.ts'
import { FieldError, TextField } from '#components/ui/field.tsx'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'
import { pictureTypes } from '#lib/domain/picture.ts'

type Properties = { slug: string } & Pick<EditorActions, 'beginUpload' | 'endUpload'>

const most = 8

/** The pictures in their order, the first of them the one in lists. They are moved by dragging or with the arrows. */
export function PicturesSection({ slug, beginUpload, endUpload }: Properties) {
  const { register, control, formState } = useFormContext<ListingEdit>()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'images' })
  const [dragged, setDragged] = useState<number>()
  const [isOver, setOver] = useState(false)
  const uploads = {
    beginUpload: (file: { type: string; size: number }) => beginUpload({ slug, ...file }),
    endUpload: (sent: { id: string }) => endUpload({ slug, ...sent }),
  }
  const { sending, add } = useUploads(uploads, src => append({ src, alt: '' }, { shouldFocus: false }))
  const errors = formState.errors.images

  function take(files: FileList | null) {
    const room = most - fields.length
    void add([...(files ?? [])].slice(0, room))
  }

  function drop(event: DragEvent, index: number) {
    if (dragged === undefined) return
    event.preventDefault()
    move(dragged, index)
    setDragged(undefined)
  }

  return (
    <Section hint="The first picture is the one in lists." id="images" title="Pictures">
      {errors?.message && <FieldError>{errors.message}</FieldError>}
      {errors?.root?.message && <FieldError>{errors.root.message}</FieldError>}
      <ol className="grid gap-4">
        {fields.map((field, index) => (
          <li
            className="grid grid-cols-[6rem_minmax(0,1fr)] gap-4 border border-line bg-surface p-3"
            draggable
            key={field.id}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={event => dragged !== undefined && event.preventDefault()}
            onDragStart={() => setDragged(index)}
            onDrop={event => drop(event, index)}
          >
            <Image
              alt=""
              className="aspect-square w-full cursor-grab bg-sunk object-contain"
              height={96}
              src={`${field.src}-400.avif`}
              unoptimized
              width={96}
            />
            <div className="grid gap-1">
              <TextField
                {...register(`images.${index}.alt`)}
                error={errors?.[index]?.alt?.message}
                id={`images.${index}.alt`}
                label={`What picture ${index + 1} shows`}
                placeholder="For people who cannot see it"
              />
              <div className="-ml-3 flex">
                <IconButton
                  disabled={index === 0}
                  icon={ArrowLeft}
                  label={`Move picture ${index + 1} forward`}
                  onClick={() => move(index, index - 1)}
                />
                <IconButton
                  disabled={index === fields.length - 1}
                  icon={ArrowRight}
                  label={`Move picture ${index + 1} back`}
                  onClick={() => move(index, index + 1)}
                />
                <IconButton
                  icon={Trash2}
                  label={`Remove picture ${index + 1}`}
                  onClick={() => remove(index)}
                />
              </div>
            </div>
          </li>
        ))}
      </ol>
      {sending.map(({ key, name, progress, problem }) => (
        <div className="grid gap-1 text-sm" key={key}>
          <p className="truncate">{name}</p>
          {problem ? (
            <FieldError>{problem}</FieldError>
          ) : (
            <>
              <progress aria-label={`Sending ${name}`} className="w-full" max={1} value={progress} />
              <p className="text-muted text-note" role="status">
                {progress < 1 ? 'Sending…' : 'Making it ready for the shop…'}
              </p>
            </>
          )}
        </div>
      ))}
      {fields.length < most && (
        <label
          className={classNames(
            'grid min-h-28 cursor-pointer place-items-center gap-1 border-2 border-dashed p-4 text-center text-sm has-focus-visible:outline-3 has-focus-visible:outline-focus',
            isOver ? 'border-grass bg-good-soft' : 'border-edge hover:border-ink',
          )}
          onDragLeave={() => setOver(false)}
          onDragOver={event => {
            if (dragged !== undefined) return
            event.preventDefault()
            setOver(true)
          }}
          onDrop={event => {
            if (dragged !== undefined) return
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer.files)
          }}
        >
          <input
            accept={pictureTypes.join(',')}
            className="sr-only"
            multiple
            onChange={event => {
              take(event.target.files)
              event.target.value = ''
            }}
            type="file"
          />
          <ImagePlus aria-hidden="true" className="size-6 text-muted" />
          <span>
            <span className="font-semibold">Choose pictures</span> or drop them here
          </span>
          <span className="text-muted text-note">
            JPEG, PNG, WebP or AVIF, up to 10 MB, 400 points or wider
          </span>
        </label>
      )}
    </Section>
  )
}
