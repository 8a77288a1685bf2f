import { checks } from './checks/all.ts'
import { bundle, type Change, evaluate, forgetBundles } from './evaluate.ts'
import { Graph } from './graph.ts'
import { mistakes } from './mistakes.ts'
import { installPlatform, typeErrors } from './platform.ts'
import { outputProblems, withSiteBuild } from './site/build.ts'
import { driveSite } from './site/check.ts'
import { fixedProblems } from './sources.ts'

/*
 * Checks the deployment without an account: `npm run infra:check`. The real sst.config.ts is evaluated for each stage
 * with nobody behind its resources, and what it asks for is looked at.
 */

const count = { passed: 0, failed: 0 }

function report(what: string, problems: readonly string[]): void {
  const ok = problems.length === 0
  count[ok ? 'passed' : 'failed'] += 1
  console.log(`${ok ? '  ok  ' : '  FAIL'} ${what}`)
  for (const problem of problems.slice(0, 20)) console.log(`         ${problem}`)
}

/** Production with every switch turned: what no stage uses by default must still hold when one does. */
const switches: Change[] = [
  {
    file: 'lib/infra/stages.ts',
    find: "tableCapacity: 'on-demand'",
    replace: "tableCapacity: 'provisioned'",
  },
  { file: 'lib/infra/stages.ts', find: 'dax: false', replace: 'dax: true' },
]

async function checkStage(title: string, file: string, stage: string): Promise<void> {
  const graph = new Graph(await evaluate(file, stage))
  console.log(`${title}: ${graph.resources.length} resources`)
  for (const check of checks) report(check.name, check.problems(graph))
}

async function checkMistakes(): Promise<void> {
  console.log(`Mistakes, planted in production one at a time: ${mistakes.length}`)
  for (const mistake of mistakes) {
    const graph = new Graph(await evaluate(await bundle([mistake]), 'production'))
    const failing = checks.filter(check => check.problems(graph).length > 0).map(check => check.name)
    const isNoticed = failing.some(name => name.startsWith(mistake.noticed))
    report(
      `noticed: ${mistake.what}`,
      isNoticed ? [] : [`went unnoticed; failing: ${failing.join('; ') || 'none'}`],
    )
  }
}

async function checkSite(how: 'built' | 'unchanged'): Promise<void> {
  console.log(`The site as OpenNext makes it: ${how}`)
  report('OpenNext left a server that streams and sharp for arm64', outputProblems())
  for (const { name, problems } of await driveSite()) report(name, problems)
}

try {
  console.log(`SST’s platform ${await installPlatform()}`)
  report('sst.config.ts and lib/infra are well typed', await typeErrors())
  for (const { name, problems } of fixedProblems()) report(name, problems)
  await withSiteBuild(async how => {
    await checkSite(how)
    const program = await bundle()
    for (const stage of ['dev', 'staging', 'production']) await checkStage(stage, program, stage)
    await checkStage('production with every switch on', await bundle(switches), 'production')
    await checkMistakes()
  })
} catch (error) {
  console.error(error)
  count.failed += 1
} finally {
  forgetBundles()
}
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed === 0 ? 0 : 1)
