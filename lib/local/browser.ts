import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { say } from './say.ts'

/** Where the browser that was found last time is written down. */
const memory = '.local/browser'

/** No sandbox, since a container or root has none; nothing that calls home. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser at `executablePath`, without a window. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: browserFlags })
}

async function works(executablePath: string | undefined): Promise<boolean> {
  if (!executablePath || !existsSync(executablePath)) return false
  try {
    const browser = await launchBrowser(executablePath)
    await browser.close()
    return true
  } catch {
    return false
  }
}

function run(command: string, args: string[], minutes: number): boolean {
  const { status } = spawnSync(command, args, { stdio: 'ignore', timeout: minutes * 60_000 })
  return status === 0
}

/** Installs Debian packages, asking sudo where this is not root. False where that is not possible. */
function aptInstall(...packages: string[]): boolean {
  const [command = '', ...prefix] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const apt = (args: string[]) => run(command, [...prefix, ...args], 10)
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  return apt(install) || (apt(['update']) && apt(install))
}

type Candidate = { name: string; find: () => string | undefined | Promise<string | undefined> }

async function packaged(): Promise<string> {
  const { default: sparticuz } = await import('@sparticuz/chromium')
  return sparticuz.executablePath()
}

/** Cheapest and best first; each one is tried by starting it. */
const candidates: Candidate[] = [
  { name: "Playwright's own", find: () => chromium.executablePath() },
  { name: 'the installed Chromium', find: () => '/usr/bin/chromium' },
  { name: 'the installed Chrome', find: () => '/usr/bin/google-chrome' },
  {
    name: "Playwright's download",
    find: () => {
      run('node_modules/.bin/playwright', ['install', 'chromium'], 10)
      return chromium.executablePath()
    },
  },
  {
    name: "Playwright's download with the system's libraries",
    find: () => {
      if (!existsSync(chromium.executablePath())) return undefined
      run('node_modules/.bin/playwright', ['install-deps', 'chromium'], 10)
      return chromium.executablePath()
    },
  },
  { name: 'the packaged Chromium', find: packaged },
  {
    name: "the packaged Chromium with Debian's libnss3",
    find: () => (aptInstall('libnss3') ? packaged() : undefined),
  },
  {
    name: "Debian's Chromium",
    find: () => (aptInstall('chromium') ? '/usr/bin/chromium' : undefined),
  },
]

/**
 * The path of a browser that starts on this machine, installing one where there is none. Throws with what to install
 * when nothing works.
 */
export async function findBrowser(): Promise<string> {
  const remembered = existsSync(memory) ? readFileSync(memory, 'utf8') : undefined
  if (await works(remembered)) return remembered as string
  for (const { name, find } of candidates) {
    const path = await find()
    if (!path || !(await works(path))) continue
    say(`Browser: ${name}`)
    mkdirSync(dirname(memory), { recursive: true })
    writeFileSync(memory, path)
    return path
  }
  throw new Error('No browser starts here. Install one: sudo apt-get install chromium')
}
