// Plain JavaScript for whatever Node the machine has (20 or later): brings the dependencies, Node 24 among them, to
// what package-lock.json says. Everything after it runs under node_modules/.bin/node.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const read = path => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

/** The first package that is not installed as the lock has it, or undefined. */
function missing() {
  const installed = read('node_modules/.package-lock.json')?.packages
  if (!installed || !existsSync('node_modules/.bin/node')) return 'everything'
  const wanted = Object.entries(read('package-lock.json').packages).filter(([path]) => path !== '')
  return wanted.find(([path, { version, optional, devOptional }]) => {
    const isThere = installed[path] && existsSync(`${path}/package.json`)
    return isThere ? installed[path].version !== version : !optional && !devOptional
  })?.[0]
}

function fail(words) {
  console.error(words)
  process.exit(1)
}

const major = Number(process.versions.node.split('.')[0])
if (major < 20) fail(`Node 20 or later is needed; this is ${process.version}. See https://nodejs.org.`)

const reason = missing()
if (reason) {
  console.log(`Installing dependencies (${reason.replace('node_modules/', '')}): a minute or two, once …`)
  const began = Date.now()
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
  })
  if (status !== 0)
    fail('npm ci failed: see its message above. The registry must be reachable for this one step.')
  console.log(`Dependencies are in place (${Math.round((Date.now() - began) / 1000)} s).`)
}

const { stdout } = spawnSync('node_modules/.bin/node', ['--version'], { encoding: 'utf8' })
if (!stdout?.startsWith('v24.'))
  fail('node_modules/.bin/node does not run. Delete node_modules and try again.')
