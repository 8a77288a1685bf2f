import type { DaxDocument } from '@amazon-dax-sdk/lib-dax'
import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/lib-dynamodb'
import { config } from '#lib/config.ts'
import { storage, tableName } from '#lib/data/table.ts'

let dax: Promise<DaxDocument> | undefined

/** Loaded when first needed: a deployment without DAX has no use for its client. */
async function askDax(input: QueryCommandInput): Promise<QueryCommandOutput> {
  dax ??= import('@amazon-dax-sdk/lib-dax').then(
    module => new module.DaxDocument({ endpoint: config.DAX_ENDPOINT, region: process.env.AWS_REGION }),
  )
  return (await dax).query(input)
}

/** What an entity is defined with whose queries go by `ask`. */
export function storageBy(ask: (input: QueryCommandInput) => Promise<QueryCommandOutput>) {
  return { client: { send: (command: { input: QueryCommandInput }) => ask(command.input) }, table: tableName }
}

/**
 * Where searches are asked: the table, or DAX before it. Searches only: their pages are made for each visitor and may
 * be some seconds old, while a page that is made anew after an edit must not be made from what a cache remembers.
 */
export const searchStorage = config.DAX_ENDPOINT === '' ? storage : storageBy(askDax)
