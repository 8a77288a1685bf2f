import { DynamoDBAdapter } from '@auth/dynamodb-adapter'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import type { Role } from '#lib/auth/roles.ts'
import { saveStaff } from '#lib/data/staff.ts'
import { client, tableName } from '#lib/data/table.ts'

const people = DynamoDBAdapter(client, {
  tableName,
  partitionKey: 'pk',
  sortKey: 'sk',
  indexName: 'GSI1',
  indexPartitionKey: 'gsi1pk',
  indexSortKey: 'gsi1sk',
})

function keyOf(token: string) {
  return { pk: `sign-in-link#${token}`, sk: 'sign-in-link' }
}

/**
 * Where people and sign-in links are kept. A link is found by its hashed token alone, so that no e-mail address
 * stands in a URL, and taking it deletes it: it opens one session.
 */
export const adapter: Adapter = {
  ...people,
  async createVerificationToken({ identifier, token, expires }) {
    const seconds = Math.floor(expires.getTime() / 1000)
    await client.put({ TableName: tableName, Item: { ...keyOf(token), identifier, expires: seconds } })
    return { identifier, token, expires }
  },
  async useVerificationToken({ token }) {
    const { Attributes } = await client.delete({
      TableName: tableName,
      Key: keyOf(token),
      ReturnValues: 'ALL_OLD',
    })
    if (!Attributes) return null
    return { identifier: String(Attributes.identifier), token, expires: new Date(Attributes.expires * 1000) }
  },
}

/** The person with this e-mail address, made with `role` where there is none yet. */
export async function findOrCreatePerson(email: string, name: string, role: Role): Promise<AdapterUser> {
  const known = await people.getUserByEmail?.(email)
  if (known) return known
  const person = { id: '', email, name, role, emailVerified: new Date() }
  const made = await people.createUser?.(person)
  if (!made) throw new Error('the adapter cannot create a person')
  await noteStaff(email, role)
  return made
}

async function noteStaff(email: string, role: Role): Promise<void> {
  await saveStaff(email, role === 'shopper' ? 'none' : role)
}

/** Gives the person with this e-mail address a role, from their next request on; one never seen before is made. */
export async function giveRole(email: string, role: Role): Promise<void> {
  const { id } = await findOrCreatePerson(email, email, role)
  await people.updateUser?.({ id, role } as Pick<AdapterUser, 'id'>)
  await noteStaff(email, role)
}

/** The role a person has now, straight from the table. */
export async function currentRole(personId: string): Promise<unknown> {
  const person: (AdapterUser & { role?: unknown }) | null | undefined = await people.getUser?.(personId)
  return person?.role
}
