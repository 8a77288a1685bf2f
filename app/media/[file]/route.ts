import { readObject } from '#lib/services/media-bucket.ts'

const name = /^img_[0-9a-z]{26}-(400|800|1200)\.(avif|webp)$/

/** An uploaded picture. Where a CDN stands in front, it takes these straight from the bucket. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const found = name.test(file) ? await readObject(`media/${file}`) : undefined
  if (!found) return new Response(null, { status: 404 })
  return new Response(found.bytes, {
    headers: { 'content-type': found.type, 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
