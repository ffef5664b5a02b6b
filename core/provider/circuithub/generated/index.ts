// Generated from the contract by main/build/generate-providers.ts.
import { getAuthCli, getHealth, getWorkspaces } from './session.ts'
import {
  getProject,
  getProjectBom,
  getProjectRevisions,
  getProjectStatus,
  getProjects,
  postProjectRevisions,
  postProjects,
  postProjectsUploadUrls,
  putUploadUrl,
} from './projects.ts'
import { putBomPart, putBomPlacementDnp } from './bom.ts'
import { getQuoteBreakdown, postQuotes } from './quotes.ts'
import { getOrder, getOrders, postOrderIssues } from './orders.ts'
import { getParts } from './parts.ts'
import { getIssues } from './issues.ts'
import {
  getWorkspaceBillingBalance,
  getWorkspaceBillingInvoice,
  getWorkspaceBillingInvoicePdf,
  getWorkspaceBillingInvoices,
  getWorkspaceBillingPaymentMethods,
  getWorkspaceBillingPayments,
  getWorkspaceBillingStatement,
} from './billing.ts'

/** Every call of the contract: CircuitHub Platform REST API. */
export const endpoints = {
  getAuthCli,
  getHealth,
  getWorkspaces,
  getProject,
  getProjectBom,
  getProjectRevisions,
  getProjectStatus,
  getProjects,
  postProjectRevisions,
  postProjects,
  postProjectsUploadUrls,
  putUploadUrl,
  putBomPart,
  putBomPlacementDnp,
  getQuoteBreakdown,
  postQuotes,
  getOrder,
  getOrders,
  postOrderIssues,
  getParts,
  getIssues,
  getWorkspaceBillingBalance,
  getWorkspaceBillingInvoice,
  getWorkspaceBillingInvoicePdf,
  getWorkspaceBillingInvoices,
  getWorkspaceBillingPaymentMethods,
  getWorkspaceBillingPayments,
  getWorkspaceBillingStatement,
}
