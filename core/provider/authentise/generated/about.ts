// Generated from the contract by main/build/generate-providers.ts.
import { address, flag, integer, link, moment, resource, series, text, words } from '../resource.ts'

/** service name, version and deployment date; liveness probe */
export const about = resource({
  path: '/about/',
  about: 'service name, version and deployment date; liveness probe',
  calls: { read: '/about/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { deployment_date: text('g'), name: text('g'), version: text('g') },
})

/** permitted actions of the caller on printers, types, workflows, runs or pieces; report only, LIST with filter target_uri required */
export const accessInfoForResource = resource({
  path: '/access-info-for-resource/',
  about: 'permitted actions of the caller on printers, types, workflows, runs or pieces; report only, LIST with filter target_uri required',
  calls: { list: '/access-info-for-resource/', get: '/access-info-for-resource/{uuid}/', create: '/access-info-for-resource/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: { actions: series('Cgl'), target_uri: address('Cgl') },
})

/** monitoring result of a build from the Addiguru add-on; read and status update, feature flag addiguru */
export const addiguruAnalysis = resource({
  path: '/addiguru-analysis/',
  about: 'monitoring result of a build from the Addiguru add-on; read and status update, feature flag addiguru',
  calls: { list: '/addiguru-analysis/', get: '/addiguru-analysis/{uuid}/' },
  isCreateClosed: false,
  verbs: ['PUT'],
  extras: {},
  fields: {
    addiguru_id: text('gl'),
    addiguru_installation: link('gl'),
    anomalies: integer('gl'),
    anomaly_status: words('gl', 'addressed', 'unaddressed'),
    bureau: link('gl'),
    created: moment('gl'),
    defects: integer('gl'),
    end_time: moment('gl'),
    layer_count: integer('gl'),
    printer: link('gl'),
    run: link('gl'),
    start_time: moment('gl'),
    status: text('gl'),
    total_anomalies: integer('gl'),
    updated: moment('gl'),
    uri: link('gl'),
  },
})

/** one defect candidate found by Addiguru; read only */
export const addiguruAnomaly = resource({
  path: '/addiguru-anomaly/',
  about: 'one defect candidate found by Addiguru; read only',
  calls: { list: '/addiguru-anomaly/', get: '/addiguru-anomaly/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    addiguru_analysis: link('gl'),
    addiguru_indicator: link('gl'),
    anomaly_classification: text('gl'),
    boundary: text('gl'),
    bureau: link('gl'),
    created: moment('gl'),
    is_anomaly: flag('gl'),
    is_defect: flag('gl'),
    layer_number: integer('gl'),
    shape: text('gl'),
    status: words('gl', 'addressed', 'unaddressed'),
    updated: moment('gl'),
    uri: link('gl'),
  },
})

/** per-layer reading from Addiguru; read only */
export const addiguruIndicator = resource({
  path: '/addiguru-indicator/',
  about: 'per-layer reading from Addiguru; read only',
  calls: { list: '/addiguru-indicator/', get: '/addiguru-indicator/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    addiguru_analysis: link('gl'),
    addiguru_id: text('gl'),
    bureau: link('gl'),
    layer_number: integer('gl'),
    start_time: moment('gl'),
    uri: link('gl'),
  },
})

/** connection settings and health of one Addiguru monitoring host */
export const addiguruInstallation = resource({
  path: '/addiguru-installation/',
  about: 'connection settings and health of one Addiguru monitoring host',
  calls: { list: '/addiguru-installation/', get: '/addiguru-installation/{uuid}/', create: '/addiguru-installation/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    archived: moment('Cgl'),
    bureau: link('Cgl'),
    created: moment('Cgl'),
    ecco: link('Cgl'),
    health: words('cgl', 'healthy', 'unreachable', 'authentication_error', 'configuration_error', 'degraded', 'unknown'),
    health_check_on: moment('Cgl'),
    include_archived: flag('Cgl'),
    ip_address: text('Cgl'),
    name: text('Cgl'),
    password: text('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    username: text('Cgl'),
  },
})
