import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pictureFormats, pictureWidths } from '#lib/domain/picture.ts'
import { originalKey, readObject } from '#lib/services/media-bucket.ts'
import { finishUpload, startUpload } from '#lib/services/upload-image.ts'

function picture(width: number, height: number): Promise<Buffer<ArrayBuffer>> {
  const channels = 3
  return sharp({ create: { width, height, channels, background: '#1d5840' } })
    .withExif({ IFD0: { Artist: 'Someone' } })
    .jpeg()
    .toBuffer() as Promise<Buffer<ArrayBuffer>>
}

/** Sends bytes as a browser on the site's pages does. */
async function send(bytes: Buffer<ArrayBuffer>, type: 'image/jpeg' | 'image/png' = 'image/jpeg') {
  const { id, url } = await startUpload({ type, size: bytes.byteLength })
  const answer = await fetch(url, { method: 'PUT', body: bytes, headers: { 'content-type': type } })
  expect(answer.ok).toBe(true)
  return { id, url }
}

const narrow = await picture(399, 900)

describe('an uploaded picture', () => {
  test('is there in every width and format, without what the camera wrote, its original kept', async () => {
    const bytes = await picture(1600, 900)
    const { id } = await send(bytes)
    expect(await finishUpload(id)).toEqual({ src: `/media/${id}` })
    for (const width of pictureWidths) {
      for (const format of pictureFormats) {
        const made = await readObject(`media/${id}-${width}.${format}`)
        expect(made?.type).toBe(`image/${format}`)
        const facts = await sharp(made?.bytes).metadata()
        expect(facts).toMatchObject({ width, format: format === 'avif' ? 'heif' : 'webp' })
        expect(facts.exif).toBeUndefined()
      }
    }
    expect((await readObject(originalKey(id)))?.bytes.byteLength).toBe(bytes.byteLength)
  })

  test('is taken from another origin, signed for its type and size', async () => {
    const { url } = await startUpload({ type: 'image/png', size: 5 })
    const asked = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost', 'access-control-request-method': 'PUT' },
    })
    expect(asked.headers.get('access-control-allow-methods')).toContain('PUT')
    const { searchParams } = new URL(url)
    expect(searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host')
    expect(Number(searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(600)
  })

  test.each([
    ['image_unreadable', Buffer.from('<svg onload="alert(1)"/>')],
    ['image_unreadable', Buffer.from('<html>')],
    ['image_too_small', narrow],
  ])('is refused as %s', async (code, bytes) => {
    const { id } = await send(bytes)
    await expect(finishUpload(id)).rejects.toMatchObject({ code })
    expect(await readObject(`media/${id}-400.avif`)).toBeUndefined()
  })

  test('that never arrived is not found', async () => {
    const { id } = await startUpload({ type: 'image/png', size: 5 })
    await expect(finishUpload(id)).rejects.toMatchObject({ code: 'not_found' })
  })
})
