import { fileURLToPath } from 'node:url'
import { createServer, type ViteDevServer } from 'vite'

/** What the page imports: named here, so that nothing is reloaded in the middle of a test. */
const PACKAGES = [
  'flatbush',
  'react',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'react-dom',
  'react-dom/client',
  'react-aria-components',
  'react-resizable-panels',
  '@tanstack/react-virtual',
  'zustand',
  'cmdk',
  'zod',
  'lucide-react',
]

export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url))

/** Serves the project's sources to a page, compiled on the fly, on a free loopback port. */
export const servePages = async (): Promise<{ url: string; close(): Promise<void> }> => {
  const server: ViteDevServer = await createServer({
    configFile: false,
    root: projectRoot,
    cacheDir: `${projectRoot}.cache/vite-test`,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: PACKAGES },
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (!address || typeof address === 'string') throw new Error('the page server has no port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
