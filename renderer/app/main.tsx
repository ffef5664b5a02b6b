import './page-policy.ts' // first: schemas look at it when they are made
import { connect } from '#renderer/bridge/connect.ts'
import { startApp } from './start.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no place for the application')
void startApp(root, connect())
