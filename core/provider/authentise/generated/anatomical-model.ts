// Generated from the contract by main/build/generate-providers.ts.
import { flag, identifier, integer, link, moment, resource, text, words } from '../resource.ts'

/** medical model package that bundles assemblies and parts; feature anatomical-model */
export const anatomicalModel = resource({
  path: '/anatomical-model/',
  about: 'medical model package that bundles assemblies and parts; feature anatomical-model',
  calls: { list: '/anatomical-model/', get: '/anatomical-model/{uuid}/', create: '/anatomical-model/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    accession_number: text('Cgl'),
    assemblies_quantity: integer('Cgl'),
    build_file: text('Cgl'),
    build_file_status: words('Cgl', 'pending', 'processing', 'complete', 'error'),
    case_id: text('Cgl'),
    created: moment('Cgl'),
    date_sent: moment('Cgl'),
    description: text('Cgl'),
    format_version: text('Cgl'),
    medical_record_number: text('Cgl'),
    name: text('Cgl'),
    notes: text('Cgl'),
    parts_quantity: integer('Cgl'),
    recreate_build_file: flag('cgl'),
    scale_to_print: integer('cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    version: integer('Cgl'),
  },
})

/** long-lived API credentials: token uuid plus secret */
export const apiTokens = resource({
  path: '/api_tokens/',
  about: 'long-lived API credentials: token uuid plus secret',
  calls: { get: '/api_tokens/{uuid}/', create: '/api_tokens/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { name: text('Cg'), secret: text('cg'), user_uuid: identifier('cg'), uuid: identifier('cg') },
})

/** one recorded change of an asset: model before and after */
export const assetVersion = resource({
  path: '/asset-version/',
  about: 'one recorded change of an asset: model before and after',
  calls: { list: '/asset-version/', get: '/asset-version/{uuid}/', create: '/asset-version/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    asset: link('Cgl'),
    created: moment('cgl'),
    message: text('Cgl'),
    new_model: link('Cgl'),
    original_model: link('cgl'),
    uri: link('cgl'),
    user: link('cgl'),
  },
})
