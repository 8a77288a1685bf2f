import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { startFauxqs } from 'fauxqs'
import { close } from './aws-json.ts'

const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, PUT, HEAD',
  'access-control-allow-headers': 'content-type',
}

/**
 * S3 on 127.0.0.1, its objects as files under `folder`. It stands behind a door that answers what a browser asks of
 * another origin, as a bucket's CORS rules do: the stand-in knows none.
 */
export async function startStorage(options: { port: number; folder: string }): Promise<() => Promise<void>> {
  const store = await startFauxqs({
    port: 0,
    host: '127.0.0.1',
    logger: false,
    s3StorageDir: options.folder,
  })

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (incoming.method === 'OPTIONS') {
      outgoing.writeHead(204, crossOrigin).end()
      return
    }
    const { method, url: path, headers } = incoming
    const onward = request({ host: '127.0.0.1', port: store.port, method, path, headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...crossOrigin })
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }

  const door = createServer(pass)
  await new Promise<void>(resolve => door.listen(options.port, '127.0.0.1', resolve))
  return async () => {
    await close(door)
    await store.stop()
  }
}
