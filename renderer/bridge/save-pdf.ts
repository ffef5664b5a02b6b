import { handOver } from './hand-over.ts'

/** Saves a PDF that came in an answer. */
export const savePdf = ({ fileName, base64 }: { readonly fileName: string; readonly base64: string }): void => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  handOver(new Blob([bytes], { type: 'application/pdf' }), fileName)
}
