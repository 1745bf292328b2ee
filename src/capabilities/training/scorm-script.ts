/**
 * What runs in a package, in the browser of another learning system: one screen at a time, checks, the test, and the talk
 * with that system (SCORM 1.2 Run-Time Environment, section 3). Written as text, because it goes into a file as it is.
 */
export const SCORM_SCRIPT = `'use strict'
var ASKED = 15
var course = JSON.parse(document.getElementById('course').textContent)
var began = Date.now()

// The system's side is looked for in the windows around this one, then in those around whoever opened it.
function apiIn(start) {
  for (var here = start, steps = 0; here && steps < 20; here = here.parent, steps++) {
    try { if (here.API) return here.API } catch (outside) { return null }
    if (here.parent === here) return null
  }
  return null
}
var api = apiIn(window) || (window.opener ? apiIn(window.opener) : null)
function say(name, value) { if (api) api.LMSSetValue(name, String(value)) }
function ask(name) { return api ? String(api.LMSGetValue(name)) : '' }
if (api) api.LMSInitialize('')
var isOver = false
var status = ask('cmi.core.lesson_status')
if (status !== 'passed' && status !== 'completed') say('cmi.core.lesson_status', 'incomplete')

function leave() {
  if (isOver || !api) return
  isOver = true
  var seconds = Math.round((Date.now() - began) / 1000)
  function two(number) { return (number < 10 ? '0' : '') + number }
  say('cmi.core.session_time', two(Math.floor(seconds / 3600)) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60))
  say('cmi.core.exit', 'suspend')
  api.LMSCommit('')
  api.LMSFinish('')
}
window.addEventListener('pagehide', leave)
window.addEventListener('beforeunload', leave)

var screens = [].slice.call(document.querySelectorAll('main > section'))
function show(slug, jump) {
  var found = screens.filter(function (one) { return one.id === slug })[0] || screens[0]
  screens.forEach(function (one) { one.hidden = one !== found })
  say('cmi.core.lesson_location', found.id)
  if (api) api.LMSCommit('')
  if (jump) { window.scrollTo(0, 0); found.querySelector('h1').focus() }
}
document.addEventListener('click', function (event) {
  var link = event.target.closest ? event.target.closest('a[href^="#"]') : null
  if (!link) return
  var target = link.getAttribute('href').slice(1)
  if (!screens.some(function (one) { return one.id === target })) return
  event.preventDefault()
  show(target, true)
})

function shuffled(list) {
  var all = list.slice()
  for (var at = all.length - 1; at > 0; at--) {
    var other = Math.floor(Math.random() * (at + 1))
    var kept = all[at]; all[at] = all[other]; all[other] = kept
  }
  return all
}
function add(parent, tag, text) {
  var made = document.createElement(tag)
  if (text) made.textContent = text
  parent.appendChild(made)
  return made
}

var form = document.getElementById('test-form')
var paper = []
function draw() {
  paper = shuffled(course.bank).slice(0, ASKED)
  form.textContent = ''
  paper.forEach(function (question, number) {
    var group = add(form, 'fieldset')
    add(group, 'legend', number + 1 + '. ' + question.text)
    shuffled(question.choices).forEach(function (choice) {
      var label = add(group, 'label')
      var input = add(label, 'input')
      input.type = 'radio'; input.name = question.id; input.value = choice.id; input.required = true
      label.appendChild(document.createTextNode(' ' + choice.text))
    })
  })
  var button = add(form, 'button', 'Finish the test')
  button.type = 'submit'
}
form.addEventListener('submit', function (event) {
  event.preventDefault()
  var result = document.getElementById('result')
  result.textContent = ''
  var right = 0
  var list = document.createElement('ul')
  paper.forEach(function (question) {
    var given = form.querySelector('input[name="' + question.id + '"]:checked')
    var best = question.choices.filter(function (one) { return one.isRight })[0]
    if (given && given.value === best.id) { right++; return }
    var line = add(list, 'li', question.text + ' ' + best.text + '. ' + question.why + ' ')
    var link = add(line, 'a', 'Read it again')
    link.href = '#' + question.screen
  })
  var score = Math.floor((100 * right) / paper.length)
  var isPassed = score >= course.passMark
  say('cmi.core.score.min', 0)
  say('cmi.core.score.max', 100)
  say('cmi.core.score.raw', score)
  if (isPassed || ask('cmi.core.lesson_status') !== 'passed') say('cmi.core.lesson_status', isPassed ? 'passed' : 'failed')
  if (api) api.LMSCommit('')
  add(result, 'h2', (isPassed ? 'You passed: ' : 'Not yet: ') + right + ' of ' + paper.length + ' right')
  result.appendChild(list)
  if (!isPassed) {
    var again = add(result, 'button', 'Take it again')
    again.addEventListener('click', function () { result.textContent = ''; draw(); window.scrollTo(0, 0) })
  }
  result.focus()
})
draw()
show(ask('cmi.core.lesson_location') || screens[0].id, false)
`
