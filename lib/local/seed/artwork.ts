import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { groupPictures } from './artwork/groups.ts'
import { type Picture, productPictures } from './artwork/pictures.ts'

export type ArtworkProgress = { done: number; total: number; name: string }

const settings = { quality: 58, effort: 0 }
const atOnce = 2

function fingerprint(picture: Picture): string {
  return createHash('sha256')
    .update(JSON.stringify([settings, picture.widths, picture.layers]))
    .digest('hex')
    .slice(0, 24)
}

async function known(record: string): Promise<Record<string, string>> {
  return existsSync(record) ? JSON.parse(await readFile(record, 'utf8')) : {}
}

function drawn(svg: string, width: number, height: number) {
  return sharp(Buffer.from(svg.replace('<svg ', `<svg width="${width}" height="${height}" `)), {
    unlimited: true,
  })
}

async function flattened({ layers, widths }: Picture) {
  const width = Math.max(...widths)
  const height = Math.round((width * layers.height) / layers.width)
  const small = { width: Math.round(width * 0.3), height: Math.round(height * 0.3), channels: 3 } as const
  const soft = await drawn(layers.ground, small.width, small.height).removeAlpha().raw().toBuffer()
  const packs = await drawn(layers.packs, width, height).ensureAlpha().raw().toBuffer()
  const raw = { width, height, channels: 3 } as const
  const data = await sharp(soft, { raw: small })
    .resize(width, height, { fit: 'fill' })
    .composite([{ input: packs, raw: { ...raw, channels: 4 } }])
    .removeAlpha()
    .raw()
    .toBuffer()
  return { data, raw }
}

async function render(picture: Picture, folder: string): Promise<void> {
  const { data, raw } = await flattened(picture)
  await Promise.all(
    picture.widths.map(async width => {
      const file = join(folder, `${picture.name}-${width}.avif`)
      await sharp(data, { raw }).resize(width).avif(settings).toFile(file)
    }),
  )
  if (picture.name === 'og') await sharp(data, { raw }).jpeg({ quality: 82 }).toFile(join(folder, 'og.jpg'))
}

/**
 * Draws every picture of the seeded shop into `public/art` as AVIF, and `og.jpg` for link previews. A picture whose
 * recipe has not changed since the last run, by the record in `.local/artwork.json`, is left alone.
 */
export async function makeArtwork(
  options: {
    onProgress?: (progress: ArtworkProgress) => void
    folder?: string
    record?: string
    /** Draws the pictures whose name matches and leaves the others as they are. */
    only?: RegExp
  } = {},
): Promise<{ made: number; kept: number }> {
  const folder = options.folder ?? 'public/art'
  const record = options.record ?? '.local/artwork.json'
  const all = [...groupPictures(), ...productPictures()]
  const pictures = all.filter(picture => options.only?.test(picture.name) ?? true)
  const before = await known(record)
  const after: Record<string, string> = {}
  const due = pictures.filter(picture => {
    const same = before[picture.name] === fingerprint(picture)
    const complete = picture.widths.every(width => existsSync(join(folder, `${picture.name}-${width}.avif`)))
    if (same && complete) after[picture.name] = fingerprint(picture)
    return !(same && complete)
  })
  await mkdir(folder, { recursive: true })
  await mkdir(dirname(record), { recursive: true })
  let done = 0
  const queue = due.values()
  const workers = Array.from({ length: atOnce }, async () => {
    for (const picture of queue) {
      await render(picture, folder)
      after[picture.name] = fingerprint(picture)
      done += 1
      options.onProgress?.({ done, total: due.length, name: picture.name })
    }
  })
  await Promise.all(workers)
  await writeFile(record, `${JSON.stringify(after, undefined, 1)}\n`)
  return { made: due.length, kept: pictures.length - due.length }
}
