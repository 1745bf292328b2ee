import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { formFields } from './form-body.ts'

const read = async (body: BodyInit, type = 'application/x-www-form-urlencoded'): Promise<unknown> => {
  const app = new Hono().post('/', async (c) => c.json(await formFields(c)))
  return (await app.request('/', { method: 'POST', headers: { 'content-type': type }, body })).json()
}

it('a form keeps no NUL, in a value or in the name of a field, since no table can', async () => {
  expect(await read('a%00b=c%00d&%00=e')).toEqual({ ab: ['cd'], '': ['e'] })
})

it('a field that is named like a part of every object is a field like any other', async () => {
  expect(await read('toString=a&constructor=b')).toEqual({ toString: ['a'], constructor: ['b'] })
})

it('what is no form counts as an empty one', async () => {
  expect(await read('{"a":1}', 'application/json')).toEqual({})
  expect(await read('--edge', 'multipart/form-data')).toEqual({})
})
