import { expect, test } from 'vitest'
import { readAnswerForm } from './answer-form.ts'

const day = (year: string, month: string, date: string) => ({
  'forDate-year': [year],
  'forDate-month': [month],
  'forDate-day': [date],
})

test('a posted answer is read as it was given', () => {
  expect(readAnswerForm({ answer: ['accepted'] })).toEqual({ answer: 'accepted' })
  expect(readAnswerForm({ answer: ['declined'], reason: ['full'] })).toEqual({
    answer: 'declined',
    reason: 'full',
  })
  expect(readAnswerForm({ answer: ['accepted-for-date'], ...day('2027', '3', '7') })).toEqual({
    answer: 'accepted-for-date',
    forDate: '2027-03-07',
  })
})

test('a day is one only when all of it was typed', () => {
  for (const half of [day('', '3', '7'), day('2027', '', '7'), day('2027', '3', '')])
    expect(readAnswerForm({ answer: ['accepted-for-date'], ...half })).toEqual({
      answer: 'accepted-for-date',
    })
})

test('a form of nothing is an answer of nothing', () => {
  expect(readAnswerForm({})).toEqual({ answer: '' })
})
