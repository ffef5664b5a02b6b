import { expect, it } from 'vitest'
import { resourceEntries, resourceNameAt } from '#core/provider/authentise/browser.ts'
import { resourceGroups } from '#core/provider/authentise/groups.ts'

it.each([
  ['https://data.example.org/order/1b/', 'order'],
  ['/line-item/1b/', 'lineItem'],
  ['/flat-line-item/1b/', 'flatLineItem'],
  ['https://data.example.org/model/1b/snapshot/2c/', 'modelSnapshot'],
  ['https://data.example.org/service-provider/v1/order/1b/', 'serviceProviderV1Order'],
  ['https://data.example.org/api/material-test/unit/1b/?x=1', 'materialTestUnit'],
  ['https://data.example.org/unheard-of/1b/', null],
  ['https://data.example.org/', null],
])('knows what %s leads to', (uri, name) => expect(resourceNameAt(uri)).toBe(name))

it('finds each resource by a link to one of it', () => {
  const items = resourceEntries().filter(({ calls }) => calls.includes('get'))
  const wrong = items.filter(({ name, path }) => resourceNameAt(`https://x${path.replace(/\{\w+\}/g, 'a')}b/`) !== name)
  expect(wrong.map(({ name }) => name)).toEqual([])
})

it('puts every resource into a group', () => {
  const entries = resourceEntries()
  expect(entries).toHaveLength(251)
  expect(entries.filter(({ group }) => !resourceGroups.includes(group))).toEqual([])
  expect(resourceGroups.filter((group) => !entries.some((entry) => entry.group === group))).toEqual([])
})
