import { createServer, type Socket } from 'node:net'
import { cross } from './stage.ts'

export type Received = { to: string; id: string; subject: string }
/** Every mail that was taken, repeats included. */
export const mailbox: Received[] = []

/** A header's value; a long one stands on a line of its own, after the name's. */
const header = (text: string, name: string) =>
  new RegExp(`^${name}:\\s+(.*)$`, 'im').exec(text)?.[1]?.trim() ?? ''

async function take(socket: Socket, to: string, text: string): Promise<void> {
  await cross('mail', 'send', async fault => {
    if (fault === 'refused') return socket.write('451 not now\r\n')
    mailbox.push({ to, id: header(text, 'Message-ID'), subject: header(text, 'Subject') })
    return fault === 'lost' ? socket.destroy() : socket.write('250 taken\r\n')
  })
}

function converse(socket: Socket): void {
  let pending = ''
  let to = ''
  let text: string | undefined
  socket.on('error', () => socket.destroy())
  socket.write('220 inbox\r\n')
  socket.setEncoding('utf8').on('data', (data: string) => {
    pending += data
    for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
      const line = pending.slice(0, end)
      pending = pending.slice(end + 2)
      if (text !== undefined) {
        if (line === '.') {
          void take(socket, to, text)
          text = undefined
        } else text += `${line}\n`
      } else if (line.startsWith('DATA')) {
        text = ''
        socket.write('354 go on\r\n')
      } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n')
      else {
        to = /^RCPT TO:<(.*?)>/.exec(line)?.[1] ?? to
        socket.write('250 fine\r\n')
      }
    }
  })
}

/** A mail server. Returns its port. */
export function startMailbox(): Promise<number> {
  const server = createServer(converse)
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : 0)
    })
  })
}
