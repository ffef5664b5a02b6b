import { z } from 'zod'
import { allowOwnCodeOnly } from './trusted-types.ts'

/** What the page's security policy asks of its own code; imported before everything else. */
allowOwnCodeOnly()
// Compiled schemas would need `eval`; already the try to compile one is reported as an attack.
z.config({ jitless: true })
