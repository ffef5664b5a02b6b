import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** The pages load nothing from elsewhere, whatever they hold: the browser refuses it. */
const CSP_SWAGGER = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'" // prettier-ignore
const CSP_REDOC = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" // prettier-ignore

const REDOC_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Boardproof service</title>
<style>body { margin: 0 }</style>
</head>
<body>
<redoc spec-url="/openapi.json" disable-search="false"></redoc>
<script src="/redoc/redoc.standalone.js"></script>
</body>
</html>
`

/** Serves the OpenAPI document, Swagger UI at `/docs` and ReDoc at `/redoc`, all from this computer. */
export const serveDocs = async (app: FastifyInstance, document: Record<string, unknown>): Promise<void> => {
  const text = JSON.stringify(document)
  app.get('/openapi.json', async (_request, reply) => reply.type('application/json').header('cache-control', 'no-cache').send(text))
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: CSP_SWAGGER,
    uiConfig: { docExpansion: 'list', deepLinking: true, persistAuthorization: false, validatorUrl: null },
  })
  let bundle: Buffer | null = null
  app.get('/redoc', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', CSP_REDOC).send(REDOC_PAGE),
  )
  app.get('/redoc/redoc.standalone.js', async (_request, reply) => {
    bundle ??= readFileSync(createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js'))
    return reply.type('text/javascript; charset=utf-8').header('cache-control', 'max-age=3600').send(bundle)
  })
}
