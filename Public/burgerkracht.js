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
