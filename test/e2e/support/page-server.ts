import { fileURLToPath } from 'node:url'
import { createServer, type ViteDevServer } from 'vite'

export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url))

/** Serves the project's sources to a page, compiled on the fly, on a free loopback port. */
export const servePages = async (): Promise<{ url: string; close(): Promise<void> }> => {
  const server: ViteDevServer = await createServer({
    configFile: false,
    root: projectRoot,
    cacheDir: `${projectRoot}.cache/vite-test`,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: ['flatbush'] },
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (!address || typeof address === 'string') throw new Error('the page server has no port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
