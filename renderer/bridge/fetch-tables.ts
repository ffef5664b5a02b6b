import { err, ok, type Result } from '#core/base/result.ts'
import { unpackHoles, unpackLayer } from '#core/board/layer-blob.ts'
import { routes } from '#core/ipc/routes.ts'
import type { HoleTables, LayerTables } from './backend.ts'
import type { Refusal } from './model.ts'

const fetchBytes = async (address: string): Promise<Result<ArrayBuffer, Refusal>> => {
  try {
    const reply = await fetch(address)
    if (!reply.ok) return err({ code: 'not-served', message: `The application answered with ${reply.status}.` })
    return ok(await reply.arrayBuffer())
  } catch (error) {
    return err({ code: 'disconnected', message: error instanceof Error ? error.message : String(error) })
  }
}

/** @returns a layer's tables as they lie in the bytes that came */
export const fetchLayer = async (board: string, layer: string): Promise<Result<LayerTables, Refusal>> => {
  const bytes = await fetchBytes(routes.layer(board, layer))
  if (!bytes.ok) return bytes
  const unpacked = unpackLayer(bytes.value)
  return unpacked.ok ? ok({ layer: unpacked.value, buffers: [bytes.value] }) : unpacked
}

/** @returns a board's holes */
export const fetchHoles = async (board: string): Promise<Result<HoleTables, Refusal>> => {
  const bytes = await fetchBytes(routes.holes(board))
  return bytes.ok ? unpackHoles(bytes.value) : bytes
}
