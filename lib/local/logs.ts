import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** One log file a process, begun anew at each start. */
export function openLogs(folder: string) {
  mkdirSync(folder, { recursive: true })
  const files = new Map<string, ReturnType<typeof createWriteStream>>()
  return (name: string, line: string) => {
    let file = files.get(name)
    if (!file) {
      file = createWriteStream(join(folder, `${name}.log`))
      files.set(name, file)
    }
    file.write(`${line}\n`)
  }
}
