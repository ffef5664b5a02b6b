import { err, ok, type Result } from '#core/base/result.ts'
import { unpackHoles, unpackLayer } from '#core/board/layer-blob.ts'
import { routes } from '#core/ipc/routes.ts'
import type { HoleTables, LayerTables } from './backend.ts'
import type { Refusal } from './model.ts'

const fetchBytes = async (address: string): Promise<Result<ArrayBuffer, Refusal>> => {
  try {
    const reply = await fetch(address)
    if (reply.status === 404) return err({ code: 'not-served', message: 'This comparison is no longer kept. Compare again.' })
    if (!reply.ok) return err({ code: 'not-served', message: `The application answered with ${reply.status}.` })
    return ok(await reply.arrayBuffer())
  } catch (error) {
    return err({ code: 'disconnected', message: error instanceof Error ? error.message : String(error) })
  }
}

/** @returns a layer of one side of a comparison as it is drawn, in the newer board's coordinates */
export const fetchComparedLayer = async (comparison: string, side: 'from' | 'to', layer: string): Promise<Result<LayerTables, Refusal>> => {
  const bytes = await fetchBytes(routes.comparedLayer(comparison, side, layer))
  if (!bytes.ok) return bytes
  const unpacked = unpackLayer(bytes.value)
  return unpacked.ok ? ok({ layer: unpacked.value, buffers: [bytes.value] }) : unpacked
}

/** @returns the holes of one side of a comparison, in the newer board's coordinates */
export const fetchComparedHoles = async (comparison: string, side: 'from' | 'to', layer: string): Promise<Result<HoleTables, Refusal>> => {
  const bytes = await fetchBytes(routes.comparedLayer(comparison, side, layer))
  return bytes.ok ? unpackHoles(bytes.value) : bytes
}
