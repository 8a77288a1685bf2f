import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { config } from '#lib/config.ts'
import type { Upload } from '#lib/domain/picture.ts'

// A checksum of the body cannot be signed before there is a body.
const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' })
const Bucket = config.MEDIA_BUCKET
const minutes = 60

/** Where a picture lies as it was uploaded. Nobody but the studio's functions reads it there. */
export function originalKey(id: string): string {
  return `originals/${id}`
}

/** An address that takes one file of exactly this type and size, for ten minutes. */
export function presignUpload(id: string, { type, size }: Upload): Promise<string> {
  const command = new PutObjectCommand({
    Bucket,
    Key: originalKey(id),
    ContentType: type,
    ContentLength: size,
  })
  return getSignedUrl(client, command, {
    expiresIn: 10 * minutes,
    signableHeaders: new Set(['content-type']),
  })
}

/** An object's bytes and type, or undefined where there is none. */
export async function readObject(
  key: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined> {
  try {
    const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket, Key: key }))
    const bytes = await Body?.transformToByteArray()
    return bytes && { bytes: new Uint8Array(bytes), type: ContentType ?? 'application/octet-stream' }
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
}

/** Writes an object that is never changed again. */
export async function writeObject(key: string, body: Uint8Array, type: string): Promise<void> {
  const CacheControl = 'public, max-age=31536000, immutable'
  await client.send(new PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: type, CacheControl }))
}
