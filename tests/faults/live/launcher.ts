import type { Ports } from '#lib/local/ports.ts'
import { startStack } from '#lib/local/stack.ts'
import { stopSignal } from '#lib/local/stopping.ts'

// The demo's launcher with a folder and ports of its own, to be killed: `launcher.ts FOLDER PORTS`, ports as JSON.
const [folder = '', ports = '{}'] = process.argv.slice(2)
const signal = stopSignal()
const stack = await startStack({ mode: 'demo', ports: JSON.parse(ports) as Ports, folder, signal })
console.log('ready')
signal.addEventListener('abort', async () => {
  await stack.stop()
  process.exit(0)
})
