import type { AccountPlace } from './account-place.ts'
import { OrderPlace } from '../board-order/order-place.tsx'
import { ProductPlace } from '../board-order/product-place.tsx'
import { BillingPlace } from '../circuithub/billing/billing-place.tsx'
import { IssuesPlace } from '../circuithub/issues/issues-place.tsx'
import { QuotesPlace } from '../circuithub/quotes/quotes-place.tsx'
import { PartsPlace } from '../circuithub/parts/parts-place.tsx'
import { PushPlace } from '../circuithub/push-place.tsx'
import { LibrariesBrowser } from '../librepcb/libraries-browser.tsx'
import { ProjectOrder } from '../librepcb/project-order.tsx'
import { ProductionPlace } from './production-place.tsx'
import { ResourcesPlace } from './resources-place.tsx'

/** Every screen that an account can have, in the order of their tabs: a line for each. */
export const accountPlaces: readonly AccountPlace[] = [
  { id: 'push', title: 'Send board', needs: 'boards', providers: ['circuithub'], offer: (name) => `Send to ${name}…`, Screen: PushPlace },
  {
    id: 'order-board',
    title: 'Order board',
    needs: 'boards',
    providers: ['authentise'],
    offer: (name) => `Order at ${name}…`,
    Screen: OrderPlace,
  },
  {
    id: 'product',
    title: 'Register board',
    needs: 'boards',
    providers: ['batchivo'],
    offer: (name) => `Register at ${name}…`,
    Screen: ProductPlace,
  },
  { id: 'parts', title: 'Parts', needs: 'bom', providers: ['circuithub'], Screen: PartsPlace },
  { id: 'quotes', title: 'Quotes', needs: 'quotes', providers: ['circuithub'], Screen: QuotesPlace },
  { id: 'production', title: 'Production', needs: 'production', Screen: ProductionPlace },
  { id: 'issues', title: 'Issues', needs: 'issues', providers: ['circuithub'], Screen: IssuesPlace },
  { id: 'billing', title: 'Billing', needs: 'billing', providers: ['circuithub'], Screen: BillingPlace },
  { id: 'libraries', title: 'Libraries', needs: 'libraries', Screen: LibrariesBrowser },
  { id: 'project', title: 'Order project', needs: 'boards', providers: ['librepcb'], Screen: ProjectOrder },
  { id: 'resources', title: 'Data', needs: 'resources', Screen: ResourcesPlace },
]
