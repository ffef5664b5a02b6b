import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'

/** A dialog over the page: Esc and a click beside it close it. */
export const Sheet = ({
  title,
  onClose,
  children,
  wide = false,
}: {
  title: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
}): ReactNode => (
  <ModalOverlay className="sheet-backdrop" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
    <Modal className="sheet" data-wide={wide || undefined}>
      <Dialog className="sheet-dialog">
        <header className="sheet-head">
          <Heading slot="title">{title}</Heading>
          <IconButton label="Close" hint="Esc" onPress={onClose}>
            <X size={16} />
          </IconButton>
        </header>
        <div className="sheet-body scroll">{children}</div>
      </Dialog>
    </Modal>
  </ModalOverlay>
)
