import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { fingerprintOf } from '#lib/local/fingerprint.ts'
import type { Picture } from './artwork/pictures.ts'

export type ArtworkProgress = { done: number; total: number; name: string }

const folder = 'public/art'
const record = '.local/artwork.json'

/** What the pictures are made from; the lock file stands for the letters and for the tools. */
const sources = ['lib/local/seed/artwork/**/*', 'lib/local/seed/artwork.ts', 'package-lock.json']

const settings = { quality: 58, effort: 0 }
const atOnce = 2

function fingerprint(picture: Picture): string {
  return createHash('sha256')
    .update(JSON.stringify([settings, picture.widths, picture.layers]))
    .digest('hex')
    .slice(0, 24)
}

/** What the last run drew, and from what. */
type Drawn = { sources: string; pictures: Record<string, string>; files: string[] }

function lastDrawn(): Drawn {
  const before: Partial<Drawn> = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {}
  return { sources: '', pictures: {}, files: [], ...before }
}

const filesOf = ({ name, widths }: Picture) => widths.map(width => join(folder, `${name}-${width}.avif`))

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

async function render(picture: Picture): Promise<void> {
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
 * recipe has not changed since the last run, by the record in `.local/artwork.json`, is left alone; where no source
 * has, no recipe is even read.
 */
export async function makeArtwork(
  onProgress: (progress: ArtworkProgress) => void,
): Promise<{ made: number }> {
  const stamp = fingerprintOf(sources)
  const before = lastDrawn()
  if (before.sources === stamp && before.files.every(existsSync)) return { made: 0 }
  const { groupPictures } = await import('./artwork/groups.ts')
  const { productPictures } = await import('./artwork/pictures.ts')
  const pictures = [...groupPictures(), ...productPictures()]
  const due = pictures.filter(picture => {
    const same = before.pictures[picture.name] === fingerprint(picture)
    return !(same && filesOf(picture).every(existsSync))
  })
  await mkdir(folder, { recursive: true })
  await mkdir(dirname(record), { recursive: true })
  let done = 0
  const queue = due.values()
  const workers = Array.from({ length: atOnce }, async () => {
    for (const picture of queue) {
      await render(picture)
      done += 1
      onProgress({ done, total: due.length, name: picture.name })
    }
  })
  await Promise.all(workers)
  const now: Drawn = {
    sources: stamp,
    pictures: Object.fromEntries(pictures.map(picture => [picture.name, fingerprint(picture)])),
    files: pictures.flatMap(filesOf),
  }
  await writeFile(record, `${JSON.stringify(now, undefined, 1)}\n`)
  return { made: due.length }
}
