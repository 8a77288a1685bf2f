import { inject } from 'vitest'

// Before a test file is read, since modules make their AWS clients and parse their configuration when imported.
Object.assign(process.env, inject('environment'))
