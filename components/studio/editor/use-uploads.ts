import { useState } from 'react'
import type { Action, ActionResult } from '#lib/domain/action-result.ts'
import { uploadSchema } from '#lib/domain/picture.ts'

/** A picture on its way. `progress` from 0 to 1: sent, then 'ready' is awaited. */
export type Sending = { key: string; name: string; progress: number; problem?: string }

/** Says where a picture is to be sent, and has it made ready for the shop once it is there. */
export type UploadActions = {
  beginUpload: Action<{ type: string; size: number }, { id: string; url: string; type: string }>
  endUpload: Action<{ id: string }, { src: string }>
}

class UploadProblem extends Error {}

function answerOf<Data>(result: ActionResult<Data>): Data {
  if (result.ok) return result.data
  throw new UploadProblem(Object.values(result.fields)[0] ?? result.message)
}

/** Sends a file where it was told to. Only XMLHttpRequest says how far it is. */
function put(url: string, file: File, type: string, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.setRequestHeader('content-type', type)
    request.upload.onprogress = event => onProgress(event.loaded / event.total)
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new UploadProblem('It could not be sent. Please try again.'))
    request.onerror = () => reject(new UploadProblem('It could not be sent. Please try again.'))
    request.send(file)
  })
}

/** Sends pictures to the bucket, one after another, and hands each on once the shop could show it. */
export function useUploads(actions: UploadActions, onReady: (src: string) => void) {
  const [sending, setSending] = useState<Sending[]>([])

  function update(key: string, change: Partial<Sending>) {
    setSending(before => before.map(each => (each.key === key ? { ...each, ...change } : each)))
  }

  async function send(file: File, key: string): Promise<void> {
    const checked = uploadSchema.safeParse({ type: file.type, size: file.size })
    if (!checked.success) throw new UploadProblem(checked.error.issues[0]?.message)
    const { id, url, type } = answerOf(await actions.beginUpload(checked.data))
    await put(url, file, type, progress => update(key, { progress }))
    const { src } = answerOf(await actions.endUpload({ id }))
    onReady(src)
    setSending(before => before.filter(each => each.key !== key))
  }

  async function add(files: readonly File[]): Promise<void> {
    const queue = files.map(file => ({ file, key: crypto.randomUUID() }))
    setSending(before => [
      ...before.filter(each => !each.problem),
      ...queue.map(({ file, key }) => ({ key, name: file.name, progress: 0 })),
    ])
    for (const { file, key } of queue) {
      try {
        await send(file, key)
      } catch (error) {
        const problem = error instanceof UploadProblem ? error.message : 'The site did not answer.'
        update(key, { problem })
      }
    }
  }

  return { sending, add }
}
