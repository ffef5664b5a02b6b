/** Groups of resources as people look for them, in their order; the first that fits counts. The reference names no groups. */
const GROUPS: readonly (readonly [group: string, fits: RegExp])[] = [
  ['Following along', /^\/(?:event|comment|comment-action|notifications|assignment|threads-messages|label.*|emailreport|flat-.*)\//],
  ['Order entry', /^\/(?:order|order-part|order-streamics|product|line-item|line-items-by-run|line-item-(?:estimate|netfabb|available-for-run)|document.*|file|content|model|model-library|model-snapshot|library|part|design-file|custom_field|bulk-delete-products|external-order-import-source)\//], // prettier-ignore
  ['Pricing', /quote|payment|shopping-cart|checkout|currency|cost|stripe|discount/],
  ['Dispatch and paper', /^\/(?:shipping|shipment|shipment-packing-slip|order-packing-slip|packing-process|traveler|order-report|line-item-report|traceability-report|zipfile.*)\//], // prettier-ignore
  ['Account and site', /^\/(?:sessions|api_tokens|csrf-token|users?|users-.*|role|groups|custom-group|permissions?|permission-.*|memberships|bureau.*|location.*|sub-location|oauth\/.*|about|access-info-for-resource|contact-us|custom-settings|logs|installer)\//], // prettier-ignore
  ['Production', /^\/(?:workflow|process-step|process-provider|prep-.*|piece.*|aggregate-pieces|print|run.*|create-runs|schedule_runs|job|labor|line-item-actuals|line-item-workstep.*|machine-job-file|service-provider.*|workstation.*|work-schedule|time-entry|downtime|build.*|specimen|sample|merge|infill-strategy|support-strategy|layout|volume|external-build|external-estimate|report-builds-by-modeler|custom-print-time-estimator)\//], // prettier-ignore
  ['Materials and stock', /^\/(?:material.*|stock.*|tooling-.*|carousel|cassette|manufacturer)\//],
  ['Machines and sensors', /^\/(?:printer.*|post-processor.*|modeler.*|sensor.*|capture.*|tool-link|jeni-.*|mline-.*)\//],
  ['Work instructions and checks', /^\/(?:work-.*|guideline\/.*|feature|auto-parsing-job|asset.*)\//],
  ['Models and slicing', /^\/(?:model.*|slice.*|anatomical-.*|.*conversion|spark-.*)\//],
]

/** Where a resource stands that no group is made for. */
export const OTHER_GROUP = 'Integrations and others'

/** Every group, in the order in which they are shown. */
export const resourceGroups: readonly string[] = [...GROUPS.map(([group]) => group), OTHER_GROUP]

export const groupOf = (path: string): string => GROUPS.find(([, fits]) => fits.test(path))?.[0] ?? OTHER_GROUP
