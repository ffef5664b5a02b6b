import { UsageError } from '#main/cli/command.ts'
import { openServiceStore, type ServiceStore } from '#main/service/store/service-store.ts'
import { dataFolder } from '#main/shell/data-folder.ts'

/** Opens the service's store for an operator command, beside a service that may be running. */
export const withStore = async <T>(data: string | undefined, work: (store: ServiceStore) => T | Promise<T>): Promise<T> => {
  const opened = await openServiceStore(dataFolder(data))
  if (!opened.ok) throw new UsageError(opened.error.message)
  try {
    return await work(opened.value)
  } finally {
    opened.value.close()
  }
}
