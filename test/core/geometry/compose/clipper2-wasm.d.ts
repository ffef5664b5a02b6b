/** The package names types that it does not contain; the part that the tests use is described where it is used. */
declare module 'clipper2-wasm/dist/es/clipper2z.js' {
  const create: () => Promise<unknown>
  export { create as default }
}
