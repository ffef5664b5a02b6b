import { z } from 'zod'
import { connect } from '#renderer/bridge/connect.ts'
import { startApp } from './start.tsx'
import { allowOwnCodeOnly } from './trusted-types.ts'

allowOwnCodeOnly()
// Compiled schemas would need `eval`, which the page's security policy forbids.
z.config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('the page has no place for the application')
void startApp(root, connect())
