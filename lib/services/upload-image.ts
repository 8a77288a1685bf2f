import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { z } from 'zod'
import { config } from '#lib/config.ts'
import { DomainError, errorCodes } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Upload } from '#lib/domain/picture.ts'
import { presignUpload } from '#lib/services/media-bucket.ts'

const client = new LambdaClient({})

/** Where the browser puts a picture, with the header it must send. */
export async function startUpload(upload: Upload): Promise<{ id: string; url: string; type: string }> {
  const id = newId('image')
  return { id, url: await presignUpload(id, upload), type: upload.type }
}

const answerSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('resized'), width: z.number(), height: z.number() }),
  z.object({ status: z.literal('refused'), code: z.enum(errorCodes) }),
])

/**
 * Has an uploaded picture made ready for the shop and returns the base path it is shown under.
 * Throws `not_found` where nothing was uploaded, `too_large`, `image_unreadable` and `image_too_small`.
 */
export async function finishUpload(id: string): Promise<{ src: string }> {
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName: config.RESIZE_FUNCTION, Payload: JSON.stringify({ id }) }),
  )
  if (FunctionError || !Payload) throw new Error('the picture could not be resized')
  const answer = answerSchema.parse(JSON.parse(Payload.transformToString()))
  if (answer.status === 'refused') throw new DomainError(answer.code)
  return { src: `/media/${id}` }
}
