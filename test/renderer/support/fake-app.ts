import { startApp } from '#renderer/app/start.tsx'
import { fakeBackend } from './fake-backend.ts'

const backend = fakeBackend()
const parameters = new URLSearchParams(location.search)
backend.saved.theme = parameters.get('theme') ?? 'dark'
backend.refuse = parameters.has('refuse')
const root = document.getElementById('root')!
void startApp(root, backend).then((store) => Object.assign(window, { store, backend }))
