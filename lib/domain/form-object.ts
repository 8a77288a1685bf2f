type Branch = { [key: string]: unknown }

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * A posted form as the plain object its schema parses: `address.city` nests, the last of a repeated name wins,
 * a file counts as absent, and the framework's own `$ACTION` fields are left out.
 */
export function formObject(form: FormData): Branch {
  const root: Branch = {}
  for (const [name, value] of form) {
    const path = name.split('.')
    if (name.startsWith('$ACTION') || typeof value !== 'string') continue
    if (path.length > 4 || path.some(part => forbidden.has(part))) continue
    let branch = root
    for (const part of path.slice(0, -1)) {
      const next = branch[part]
      branch[part] = typeof next === 'object' && next !== null ? next : {}
      branch = branch[part] as Branch
    }
    branch[path.at(-1) ?? name] = value
  }
  return root
}
