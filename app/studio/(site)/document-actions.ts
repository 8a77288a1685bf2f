import { z } from 'zod'
import { renewTags } from '#app/studio/renew.ts'
import { action } from '#lib/action.ts'
import type { NewChange } from '#lib/domain/change.ts'
import { idSchema } from '#lib/domain/ids.ts'
import { uploadSchema } from '#lib/domain/picture.ts'
import { changedEntries } from '#lib/domain/site/document-fields.ts'
import type { DocumentName } from '#lib/domain/site/document-titles.ts'
import { type DocumentContents, documents } from '#lib/domain/site/documents.ts'
import { measurePublishing } from '#lib/metrics.ts'
import { compareDocumentVersions, discardDocument, saveDocument } from '#lib/services/site/edit-document.ts'
import {
  type PublishedDocument,
  publishDocument,
  rollBackDocument,
} from '#lib/services/site/publish-document.ts'
import { finishUpload, startUpload } from '#lib/services/upload-image.ts'

const believed = z.object({ revision: z.string().max(40), base: z.number().int().min(0) })
const version = z.number().int().min(1)

function recorded(name: DocumentName, verb: NewChange['verb'], detail?: string): NewChange[] {
  return [{ subject: { kind: 'shop', id: name }, verb, detail }]
}

/** Has the shop show what was published, at the CDN too, and answers what an editor needs to know of it. */
async function show<Name extends DocumentName>(
  outcome: PublishedDocument<DocumentContents[Name]>,
  asked: number,
) {
  if (outcome.status !== 'published') return outcome
  const { status, version: made, before, after, tags } = outcome
  await renewTags(tags)
  measurePublishing(Date.now() - asked)
  return { status, version: made, edit: after, changed: changedEntries(before, after) }
}

/** Keeps what is typed of a document. Only the first of a person's saves is recorded. */
export function autosaveOf<Name extends DocumentName>(name: Name) {
  return action({
    schema: believed.extend({ edit: documents[name].draft }),
    role: 'marketer',
    run: (typed, { session }) => saveDocument(name, typed, session.email),
    records: (_, outcome) => (outcome.status === 'saved' && outcome.isFirst ? recorded(name, 'drafted') : []),
  })
}

export function discardOf<Name extends DocumentName>(name: Name) {
  return action({
    schema: believed.pick({ revision: true }),
    role: 'marketer',
    run: ({ revision }) => discardDocument(name, revision),
    records: () => recorded(name, 'discarded'),
  })
}

/** Publishes the draft, now. */
export function publishOf<Name extends DocumentName>(name: Name) {
  return action({
    schema: believed,
    role: 'marketer',
    run: async (wish, { session }) => {
      const asked = Date.now()
      return show<Name>(await publishDocument(name, wish, session.email), asked)
    },
    records: (_, outcome) =>
      outcome.status === 'published'
        ? recorded(name, 'published', `version ${outcome.version}: ${outcome.changed}`)
        : [],
  })
}

export function rollBackOf<Name extends DocumentName>(name: Name) {
  return action({
    schema: believed.extend({ version }),
    role: 'marketer',
    run: async (wish, { session }) => {
      const asked = Date.now()
      return show<Name>(await rollBackDocument(name, wish, session.email), asked)
    },
    records: (wish, outcome) =>
      outcome.status === 'published'
        ? recorded(name, 'rolled_back', `to version ${wish.version}, as version ${outcome.version}`)
        : [],
  })
}

/** What a version changed, or without one what the draft would. */
export function compareOf(name: DocumentName) {
  return action({
    schema: z.object({ version: version.optional() }),
    role: 'marketer',
    run: asked => compareDocumentVersions(name, asked.version),
    records: 'nothing',
  })
}

export function beginUploadOf() {
  return action({
    schema: uploadSchema,
    role: 'marketer',
    run: file => startUpload(file),
    records: 'nothing',
  })
}

/** Makes an uploaded picture ready for the shop. */
export function endUploadOf(name: DocumentName) {
  return action({
    schema: z.object({ id: idSchema('image') }),
    role: 'marketer',
    run: ({ id }) => finishUpload(id),
    records: (_, { src }) => recorded(name, 'uploaded', src),
  })
}
