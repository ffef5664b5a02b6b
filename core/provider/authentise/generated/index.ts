// Generated from the contract by main/build/generate-providers.ts.
import { about, accessInfoForResource, addiguruAnalysis, addiguruAnomaly, addiguruIndicator, addiguruInstallation } from './about.ts'
import { aggregatePieces, anatomicalModelAssembly, anatomicalModelPart } from './aggregate-pieces.ts'
import { anatomicalModel, apiTokens, assetVersion } from './anatomical-model.ts'
import { asset, assignment, autoParsingJob, buildFileLibraryProduce } from './asset.ts'
import { buildFileLibrary, buildFile, build, bulkDeleteProducts, bureauBranding } from './build-file-library.ts'
import { bureauIntakeSettings, bureauNotification, bureauSettings, bureau, captureContent, captureType } from './bureau-intake-settings.ts'
import { capture, carousel, cassette, castorCostingConfig } from './capture.ts'
import { castorCosting, commentAction, comment, contactUs, content } from './castor-costing.ts'
import {
  costReport,
  createRuns,
  csrfToken,
  currencyConversion,
  customGroup,
  customPrintTimeEstimator,
  customSettings,
} from './cost-report.ts'
import { customField, designFile, digifabsterManagedIntegration, documentLinking, documentParserInstructionReport } from './custom-field.ts'
import {
  documentParserInstruction,
  documentParserTemplate,
  document,
  documentSnapshot,
  downtime,
  ecco,
} from './document-parser-instruction.ts'
import { emailreport, event, expertConversion, externalBuild, externalEstimate, externalOrderImportSource, feature } from './emailreport.ts'
import { file, flatLineItem } from './file.ts'
import { flatMaterialLotDelivery, flatMaterialPurchaseOrderDelivery, flatOrder, flatPiece } from './flat-material-lot-delivery.ts'
import {
  flatSummaryLineItemTasks,
  fusionAdditiveSetup,
  fusionAssembledModel,
  fusionModel,
  fusionOauthSettings,
  fusionPrintSettings,
  fusionPrinterType,
} from './flat-summary-line-item-tasks.ts'
import {
  fusionSettings,
  fusionWorkItem,
  groups,
  guidelineComparator,
  guidelineExpression,
  guidelineForLineItem,
  guidelineForProcessStep,
  guidelineForWorkInstruction,
} from './fusion-settings.ts'
import {
  guidelineNamedExpression,
  infillStrategy,
  installer,
  integration,
  jeniCluster,
  jeniPostProcessorType,
  jeniPrinterType,
} from './guideline-named-expression.ts'
import { job, labelRelationship, label, labor, layout, library, lineItemActuals } from './job.ts'
import {
  lineItemAvailableForRun,
  lineItemEstimate,
  lineItemNetfabb,
  lineItemQuote,
  lineItemReport,
  lineItemWorkstepCostEstimate,
} from './line-item-available-for-run.ts'
import { lineItemWorkstepEstimate, lineItem, lineItemsByRun, locationSettings, location, logs } from './line-item-workstep-estimate.ts'
import {
  machineJobFile,
  manufacturer,
  materialBatchActionTransaction,
  materialBatchAction,
  materialBatchLinking,
  materialBatchTraceabilityReport,
} from './machine-job-file.ts'
import { materialBatch, materialContainerAction, materialContainer, materialGenealogy } from './material-batch.ts'
import {
  materialLotAction,
  materialLot,
  materialPurchaseOrder,
  materialStockActionRelationship,
  materialStockAction,
} from './material-lot-action.ts'
import {
  materialTestInstructionReport,
  materialTestInstruction,
  materialTestOperationLinking,
  materialTestOperation,
  materialTestPanel,
  materialTestUnit,
  materialTestWorkChecklist,
  materialTestWorkChecklistsFor,
} from './material-test-instruction-report.ts'
import {
  material,
  materialBatchSensorData,
  memberships,
  merge,
  mlineLaserProcessingSystem,
  mlineMaterialHandlingSystem,
} from './material.ts'
import { modelCadConversion, modelLibrary, model } from './model-cad-conversion.ts'
import { modelSnapshot, modelSnapshotBinary, modelerCommand, modelerPrintingPreset } from './model-snapshot.ts'
import { modelerType, modeler, msnavImportFileToOrder, msnavImportFile, msnavImportWorkflowConversion } from './modeler-type.ts'
import { msnavImportWorkflow, nebumindAnalysis, notifications, oauthAuthorize, oauthCallback } from './msnav-import-workflow.ts'
import { oauthToken, orderPackingSlip, orderPartQuoteCallback, orderPart, orderQuote, orderReport } from './oauth-token.ts'
import { orderStreamics, order, packingProcess, paperlessManagedIntegration } from './order-streamics.ts'
import { part, payment, permissionBureau, permissions, pieceActuals } from './part.ts'
import { piece, piecesByRun, postProcessorType } from './piece.ts'
import { postProcessor, prepTaskRecord, prepTask, prepWorkflowRecord, prepWorkflow } from './post-processor.ts'
import { print, printerTypeBatchRelationship, printerType, printer } from './print.ts'
import { processProvider, processStep, product, prosperMaterialPrinter, prosper, quote } from './process-provider.ts'
import { reportBuildsByModeler, role, runActualsAdditive, runActuals, runMaterial, runQueue } from './report-builds-by-modeler.ts'
import { runSchedule, runTransformation, run } from './run-schedule.ts'
import {
  sample,
  scheduleRuns,
  secureCheckoutDirectory,
  secureFileCheckout,
  sensorData,
  sensor,
  sentry,
  serviceProviderAssignment,
} from './sample.ts'
import { serviceProviderJob, serviceProvider, serviceProviderV1LineItem } from './service-provider-job.ts'
import { serviceProviderV1Order, sessions, shipmentPackingSlip, shipment } from './service-provider-v1-order.ts'
import { shipping, shoppingCartItem, shoppingCart, slice, slicerConfig, slicerConfigRaw, sparkAnalysisProfile } from './shipping.ts'
import {
  sparkAnalysis,
  specimen,
  stockSummarySubLocationStock,
  stock,
  stripeEventListener,
  subLocation,
  supportStrategy,
  threadsMessages,
} from './spark-analysis.ts'
import { timeEntry, toolLink, toolingStockAction, toolingStock, toolingType, traceabilityReport } from './time-entry.ts'
import {
  traveler,
  usersAnalyticsReport,
  users,
  volume,
  workChecklistInherited,
  workChecklistLinking,
  workChecklist,
  workChecklistsFor,
} from './traveler.ts'
import {
  workInstructionReportAction,
  workInstructionReportSummary,
  workInstructionReport,
  workInstruction,
  workSchedule,
} from './work-instruction-report-action.ts'
import { workflow, workstationCapacityData, workstation, zipfileRequest, zipfile } from './workflow.ts'
import { zverseConversion } from './zverse-conversion.ts'

/** Every resource of the contract: Authentise manufacturing execution system API. */
// prettier-ignore
export const resources = {
  about, accessInfoForResource, addiguruAnalysis, addiguruAnomaly, addiguruIndicator, addiguruInstallation, aggregatePieces,
  anatomicalModelAssembly, anatomicalModelPart, anatomicalModel, apiTokens, assetVersion, asset, assignment, autoParsingJob,
  buildFileLibraryProduce, buildFileLibrary, buildFile, build, bulkDeleteProducts, bureauBranding, bureauIntakeSettings,
  bureauNotification, bureauSettings, bureau, captureContent, captureType, capture, carousel, cassette, castorCostingConfig,
  castorCosting, commentAction, comment, contactUs, content, costReport, createRuns, csrfToken, currencyConversion, customGroup,
  customPrintTimeEstimator, customSettings, customField, designFile, digifabsterManagedIntegration, documentLinking,
  documentParserInstructionReport, documentParserInstruction, documentParserTemplate, document, documentSnapshot, downtime, ecco,
  emailreport, event, expertConversion, externalBuild, externalEstimate, externalOrderImportSource, feature, file, flatLineItem,
  flatMaterialLotDelivery, flatMaterialPurchaseOrderDelivery, flatOrder, flatPiece, flatSummaryLineItemTasks, fusionAdditiveSetup,
  fusionAssembledModel, fusionModel, fusionOauthSettings, fusionPrintSettings, fusionPrinterType, fusionSettings, fusionWorkItem,
  groups, guidelineComparator, guidelineExpression, guidelineForLineItem, guidelineForProcessStep, guidelineForWorkInstruction,
  guidelineNamedExpression, infillStrategy, installer, integration, jeniCluster, jeniPostProcessorType, jeniPrinterType, job,
  labelRelationship, label, labor, layout, library, lineItemActuals, lineItemAvailableForRun, lineItemEstimate, lineItemNetfabb,
  lineItemQuote, lineItemReport, lineItemWorkstepCostEstimate, lineItemWorkstepEstimate, lineItem, lineItemsByRun, locationSettings,
  location, logs, machineJobFile, manufacturer, materialBatchActionTransaction, materialBatchAction, materialBatchLinking,
  materialBatchTraceabilityReport, materialBatch, materialContainerAction, materialContainer, materialGenealogy, materialLotAction,
  materialLot, materialPurchaseOrder, materialStockActionRelationship, materialStockAction, materialTestInstructionReport,
  materialTestInstruction, materialTestOperationLinking, materialTestOperation, materialTestPanel, materialTestUnit,
  materialTestWorkChecklist, materialTestWorkChecklistsFor, material, materialBatchSensorData, memberships, merge,
  mlineLaserProcessingSystem, mlineMaterialHandlingSystem, modelCadConversion, modelLibrary, model, modelSnapshot,
  modelSnapshotBinary, modelerCommand, modelerPrintingPreset, modelerType, modeler, msnavImportFileToOrder, msnavImportFile,
  msnavImportWorkflowConversion, msnavImportWorkflow, nebumindAnalysis, notifications, oauthAuthorize, oauthCallback, oauthToken,
  orderPackingSlip, orderPartQuoteCallback, orderPart, orderQuote, orderReport, orderStreamics, order, packingProcess,
  paperlessManagedIntegration, part, payment, permissionBureau, permissions, pieceActuals, piece, piecesByRun, postProcessorType,
  postProcessor, prepTaskRecord, prepTask, prepWorkflowRecord, prepWorkflow, print, printerTypeBatchRelationship, printerType,
  printer, processProvider, processStep, product, prosperMaterialPrinter, prosper, quote, reportBuildsByModeler, role,
  runActualsAdditive, runActuals, runMaterial, runQueue, runSchedule, runTransformation, run, sample, scheduleRuns,
  secureCheckoutDirectory, secureFileCheckout, sensorData, sensor, sentry, serviceProviderAssignment, serviceProviderJob,
  serviceProvider, serviceProviderV1LineItem, serviceProviderV1Order, sessions, shipmentPackingSlip, shipment, shipping,
  shoppingCartItem, shoppingCart, slice, slicerConfig, slicerConfigRaw, sparkAnalysisProfile, sparkAnalysis, specimen,
  stockSummarySubLocationStock, stock, stripeEventListener, subLocation, supportStrategy, threadsMessages, timeEntry, toolLink,
  toolingStockAction, toolingStock, toolingType, traceabilityReport, traveler, usersAnalyticsReport, users, volume,
  workChecklistInherited, workChecklistLinking, workChecklist, workChecklistsFor, workInstructionReportAction,
  workInstructionReportSummary, workInstructionReport, workInstruction, workSchedule, workflow, workstationCapacityData,
  workstation, zipfileRequest, zipfile, zverseConversion,
}
