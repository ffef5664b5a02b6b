import { err, ok, type Result } from '#core/base/result.ts'
import type { CircuithubClient } from '#core/provider/circuithub/client.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel } from '#core/provider/http.ts'
import { sha256Of } from '#main/store/sha256.ts'
import type { Push, PushesRepo } from '#main/store/pushes.repo.ts'
import type { NotApproved } from '../approved-source.ts'
import type { PushSource } from '../pushed-board.ts'
import { bytesToSend, pushContent } from './push-files.ts'

/** What follows from a step: on with the next one, look again after a while, the end, or a failure to be judged. */
export type StepResult =
  | { readonly kind: 'on' }
  | { readonly kind: 'again'; readonly says: string }
  | { readonly kind: 'end'; readonly state: 'complete' | 'failed'; readonly made: NonNullable<Push['made']>; readonly says: string }
  | { readonly kind: 'not-approved'; readonly says: string }
  | { readonly kind: 'failure'; readonly failure: ProviderFailure }

export interface StepParts {
  readonly pushes: PushesRepo
  readonly client: CircuithubClient
  /** The approved package, as long as the approval stands. @fails with why not */
  readonly source: (push: Push) => Promise<Result<PushSource, NotApproved>>
  readonly cancel: Cancel
  /** Bytes of the file that is being sent, by its name there. */
  readonly onSent: (name: string, sent: number) => void
}

const on: StepResult = { kind: 'on' }
const failed = (failure: ProviderFailure): StepResult => ({ kind: 'failure', failure })

/** Tells which file the bytes belong to: files go one after the other. */
const byFile =
  (files: readonly { readonly path: string; readonly bytes: Uint8Array }[], onSent: StepParts['onSent']) =>
  (sent: number): void => {
    let left = sent
    for (const { path, bytes } of files) {
      onSent(path, Math.min(left, bytes.length))
      left -= bytes.length
      if (left <= 0) return
    }
  }

const upload = async (push: Push, parts: StepParts): Promise<StepResult> => {
  const { pushes, client, cancel, onSent } = parts
  const source = await parts.source(push)
  if (!source.ok) return { kind: 'not-approved', says: source.error.message }
  if (sha256Of(source.value.packageBytes) !== push.packageSha256)
    return { kind: 'not-approved', says: 'The package is not the approved one any more. Nothing else is sent in its place.' }
  const left = bytesToSend(await pushContent(source.value, push.accountId), push.files)
  if (left.length > 0) {
    const reply = await client.upload(push.workspace, left, cancel, byFile(left, onSent), ({ filename, objectKey }) =>
      pushes.stored(push.id, filename, objectKey),
    )
    if (!reply.ok) return failed(reply.error)
  }
  pushes.move(push.id, 'create', 'All files are there.')
  return on
}

const found = (parts: StepParts, push: Push, project: number, revision: number): StepResult => {
  parts.pushes.made(push.id, { project, revision, number: null }, null)
  return on
}

/** Asks for what was asked for before, before it is asked for again. @returns null when it is not there */
const lookUp = async (push: Push, { client, cancel }: StepParts): Promise<Result<NonNullable<Push['made']> | null, ProviderFailure>> => {
  if (push.projectId === null) {
    const projects = await client.projects(push.workspace, cancel)
    if (!projects.ok) return projects
    const ours = projects.value.find(({ name }) => name.includes(`(${push.reference})`))
    return ok(ours ? { project: ours.id, revision: ours.latestRevisionId, number: null } : null)
  }
  if (push.before === null) return ok(null)
  const revisions = await client.revisions(push.projectId, cancel)
  if (!revisions.ok) return revisions
  const [ours] = revisions.value.filter(({ id }) => !push.before!.includes(id)).sort((a, b) => a.number - b.number)
  return ok(ours ? { project: push.projectId, revision: ours.id, number: ours.number } : null)
}

const revisionsNow = async (push: Push, { client, cancel }: StepParts): Promise<Result<readonly number[], ProviderFailure>> => {
  if (push.projectId === null) return ok([])
  const revisions = await client.revisions(push.projectId, cancel)
  return revisions.ok ? ok(revisions.value.map(({ id }) => id)) : err(revisions.error)
}

const create = async (push: Push, parts: StepParts): Promise<StepResult> => {
  const { pushes, client, cancel } = parts
  const known = await lookUp(push, parts)
  if (!known.ok) return failed(known.error)
  if (known.value) return found(parts, push, known.value.project, known.value.revision)
  const source = await parts.source(push)
  if (!source.ok) return { kind: 'not-approved', says: source.error.message }
  const before = await revisionsNow(push, parts)
  if (!before.ok) return failed(before.error)
  const files = push.files.map(({ key, name }) => ({ objectKey: key!, filename: name }))
  pushes.begin(push.id, before.value)
  const reply =
    push.projectId === null
      ? await client.createProject(push.workspace, `${push.projectName} (${push.reference})`, files, cancel)
      : await client.createRevision(push.projectId, files, cancel)
  if (reply.ok) {
    const { projectId, revisionId, statusUrl } = reply.value
    pushes.made(push.id, { project: projectId, revision: revisionId, number: null }, statusUrl)
    return on
  }
  const failure = reply.error
  // A server that failed may have made it all the same: it is looked up like an answer that was lost.
  if (failure.code === 'unclear' || failure.code === 'retry') return failed(failure)
  // What lies in the storage for too long is cleared away there.
  if (failure.code === 'rejected' && failure.reason === 'INVALID_OBJECT_KEY' && !push.renewed) {
    pushes.forgetKeys(push.id)
    return { kind: 'again', says: 'The server has cleared the files away meanwhile: they are sent again.' }
  }
  pushes.settle(push.id)
  return failed(failure)
}

const follow = async (push: Push, { client, cancel }: StepParts): Promise<StepResult> => {
  const made = push.made!
  const { statusUrl } = push
  const status = await client.importStatus({ projectId: made.project, ...(statusUrl === null ? {} : { statusUrl }) }, cancel)
  if (!status.ok) return failed(status.error)
  const { status: word, message } = status.value
  if (word === 'failed')
    return { kind: 'end', state: 'failed', made, says: `CircuitHub could not import it: ${message ?? 'it does not say why'}.`.replace(/\.\.$/, '.') } // prettier-ignore
  if (word !== 'complete') return { kind: 'again', says: `CircuitHub is reading the files (${word}).` }
  const revisions = await client.revisions(made.project, cancel)
  if (!revisions.ok) return failed(revisions.error)
  const ours = revisions.value.find(({ id }) => id === made.revision)
  const read = ours ? `Imported as revision ${ours.number}${ours.edaTool ? `, read as ${ours.edaTool}` : ''}.` : 'Imported.'
  const complaint = ours?.edaError ? ` CircuitHub says: ${ours.edaError}` : ''
  return { kind: 'end', state: 'complete', made: { ...made, number: ours?.number ?? null }, says: `${read}${complaint}` }
}

/** Takes the step that a push stands before. Everything learnt is recorded before it is told. */
export const takeStep = (push: Push, parts: StepParts): Promise<StepResult> => {
  switch (push.step) {
    case 'upload':
      return upload(push, parts)
    case 'create':
      return create(push, parts)
    case 'import':
    case 'done':
      return follow(push, parts)
  }
}
