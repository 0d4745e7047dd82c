// Enhancement only: everything works without this file.

const show = (selector, use) => {
  for (const button of document.querySelectorAll(selector)) {
    button.hidden = false
    button.addEventListener('click', () => use(button))
  }
}

show('[data-print]', () => window.print())

const text = (button, name) => document.getElementById(button.dataset[name])?.value ?? ''

if (navigator.clipboard) {
  show('[data-copy]', async (button) => {
    await navigator.clipboard.writeText(text(button, 'copy'))
    button.setAttribute('aria-live', 'polite')
    button.textContent = button.dataset.done
  })
}

if (navigator.share) {
  show('[data-share]', (button) => navigator.share({ text: text(button, 'share') }).catch(() => {}))
}

// Reading aloud: the page's own words, in its own language, sentence by sentence.
if ('speechSynthesis' in window) {
  const stop = (button) => {
    speechSynthesis.cancel()
    button.removeAttribute('aria-pressed')
    button.querySelector('span').textContent = button.dataset.say
  }
  show('[data-speak]', (button) => {
    const label = button.querySelector('span')
    button.dataset.say ??= label.textContent
    if (button.hasAttribute('aria-pressed')) return stop(button)
    button.setAttribute('aria-pressed', 'true')
    label.textContent = button.dataset.stop
    const sentences = document.querySelector('main').innerText.split(/(?<=[.!?؟])\s+|\n+/).filter((part) => part.trim())
    sentences.forEach((sentence, index) => {
      const words = new SpeechSynthesisUtterance(sentence)
      words.lang = document.documentElement.lang
      if (index === sentences.length - 1) words.onend = () => stop(button)
      speechSynthesis.speak(words)
    })
  })
  addEventListener('pagehide', () => speechSynthesis.cancel())
}

// Drafts: what is typed stays on this device until it is kept here, or until its owner leaves. Who is not known
// here keeps them in this tab alone.
const { who, unsent, discard, meanwhile, offline } = document.body.dataset
const drawer = who ? localStorage : sessionStorage
const prefix = 'concept:'
const monthly = 30 * 24 * 3600 * 1000

const drafts = (drawer) => Object.keys(drawer).filter((key) => key.startsWith(prefix))
const read = (key, from = drawer) => JSON.parse(from.getItem(key) ?? 'null')
const isKept = document.cookie.split('; ').includes('bewaard=1')
if (isKept) document.cookie = 'bewaard=; Max-Age=0; Path=/; Secure'
for (const drawer of [localStorage, sessionStorage]) {
  for (const key of drafts(drawer)) {
    const draft = read(key, drawer)
    const isAnothers = drawer === localStorage && who && draft.who !== who
    if (isAnothers || (isKept && draft.sent) || Date.now() - draft.at > monthly) drawer.removeItem(key)
  }
}

// Long texts, and the lines that belong to them.
const texts = [...document.querySelectorAll('main form:has(textarea)')].flatMap((form) =>
  [...form.querySelectorAll('textarea, input[type=text]')].map((field) => ({
    form, field, key: `${prefix}${location.pathname}#${new URL(form.action).pathname}#${field.name}`, was: field.value,
  })))

for (const { field, key, was } of texts) {
  const draft = read(key)
  if (draft && draft.words !== was && draft.words.trim()) {
    field.value = draft.words
    const note = document.createElement('div')
    note.className = 'draft'
    note.setAttribute('role', 'status')
    note.append(unsent)
    if (was && was !== draft.was) {
      const other = document.createElement('blockquote')
      other.textContent = was
      note.append(document.createElement('br'), meanwhile, other)
    }
    const away = document.createElement('button')
    away.type = 'button'
    away.className = 'link'
    away.textContent = discard
    away.addEventListener('click', () => {
      drawer.removeItem(key)
      field.value = was
      note.remove()
      field.focus()
    })
    note.append(' ', away)
    field.after(note)
    field.closest('details')?.setAttribute('open', '')
  }
  field.addEventListener('input', () => {
    if (field.value === was) drawer.removeItem(key)
    else drawer.setItem(key, JSON.stringify({ who, was, words: field.value, at: Date.now() }))
  })
}

document.addEventListener('submit', (event) => {
  if (event.target.matches('[action="/uitloggen"]')) {
    for (const drawer of [localStorage, sessionStorage]) for (const key of drafts(drawer)) drawer.removeItem(key)
    return
  }
  const own = texts.filter(({ form }) => form === event.target)
  if (own.length && !navigator.onLine) {
    event.preventDefault()
    event.stopImmediatePropagation()
    const told = event.target.querySelector('.draft.offline') ?? document.createElement('p')
    told.className = 'draft offline'
    told.setAttribute('role', 'alert')
    told.textContent = offline
    event.target.append(told)
    return
  }
  for (const { key } of own) {
    const draft = read(key)
    if (draft) drawer.setItem(key, JSON.stringify({ ...draft, sent: true }))
  }
})

// A second click within five seconds is the same click.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 5000) event.preventDefault()
  else form.dataset.sent = String(Date.now())
})
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent
})

// Read out what is wrong first.
const faults = document.querySelector('[role=alert]')
if (faults) {
  faults.tabIndex = -1
  faults.focus()
}
