import { expect, it } from 'vitest'
import { libraryState } from '#core/provider/librepcb/kept-library.ts'

const LISTED = { version: '1.2', downloadSha256: 'aa' }
const KEPT = { version: '1.2', sha256: 'aa', isWhole: true }

it.each([
  { name: 'is not here', kept: undefined, listed: LISTED, state: 'none' },
  { name: 'is here', kept: KEPT, listed: LISTED, state: 'here' },
  { name: 'is here, and the server says no hash', kept: KEPT, listed: { ...LISTED, downloadSha256: null }, state: 'here' },
  { name: 'has another version', kept: { ...KEPT, version: '1.1' }, listed: LISTED, state: 'update' },
  { name: 'has other bytes under the same version', kept: { ...KEPT, sha256: 'bb' }, listed: LISTED, state: 'update' },
  { name: 'is cut, whatever the server has', kept: { ...KEPT, version: '1.1', isWhole: false }, listed: LISTED, state: 'damaged' },
])('a library that $name: $state', ({ kept, listed, state }) => expect(libraryState(listed, kept)).toBe(state))
