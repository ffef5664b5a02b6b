import { copperExamples, legendExamples } from '#core/builder/examples/copper-examples.ts'
import { drillExamples } from '#core/builder/examples/drill-examples.ts'
import type { CheckExample } from '#core/builder/examples/example.ts'
import { outlineExamples } from '#core/builder/examples/outline-examples.ts'
import { packageExamples } from '#core/builder/examples/package-examples.ts'
import { planeExamples } from '#core/builder/examples/plane-examples.ts'
import { surfaceExamples } from '#core/builder/examples/surface-examples.ts'

/** For each check the smallest edit of a comfortable board that it answers to, by the check's id. */
export const checkExamples: Readonly<Record<string, CheckExample>> = {
  ...packageExamples,
  ...outlineExamples,
  ...copperExamples,
  ...drillExamples,
  ...planeExamples,
  ...surfaceExamples,
  ...legendExamples,
}
