// Speaking instead of writing. Enhancement only: without this file a telephone opens its own recorder.

const form = document.querySelector('[data-speaking]')
const mostSeconds = 120
// Small, and played by as many browsers as can be.
const kinds = ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
const kind = window.MediaRecorder && kinds.find((kind) => MediaRecorder.isTypeSupported(kind))

if (form && kind && navigator.mediaDevices?.getUserMedia) prepare()

function prepare() {
  const box = form.querySelector('[data-recorder]')
  const file = form.querySelector('[data-file]')
  const start = box.querySelector('[data-start]')
  const stop = box.querySelector('[data-stop]')
  const clock = box.querySelector('[data-clock]')
  const player = box.querySelector('audio')
  const status = box.querySelector('[role=status]')
  const trouble = box.querySelector('[data-trouble]')
  const refused = form.querySelector('[data-refused]')
  const send = form.querySelector('button:not([type])')
  const { running, ready, full, again, noMicrophone, noPermission } = box.dataset
  let recorder, sound, seconds = 0, isSending = false

  box.hidden = false
  file.hidden = true

  const tell = (words, place = refused) => {
    place.textContent = words
    place.hidden = !words
  }

  const swap = (isRunning) => {
    start.hidden = isRunning
    stop.hidden = !isRunning
    clock.hidden = !isRunning
    player.hidden = isRunning || !sound
    if (isRunning) stop.focus()
  }

  start.addEventListener('click', async () => {
    tell('')
    tell('', trouble)
    let stream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch (error) {
      file.hidden = false
      const isForbidden = error.name === 'NotAllowedError' || error.name === 'SecurityError'
      return tell(isForbidden ? noPermission : noMicrophone, trouble)
    }
    URL.revokeObjectURL(player.src)
    sound = undefined
    record(stream)
  })

  stop.addEventListener('click', () => finish())

  function record(stream) {
    const parts = []
    const began = performance.now()
    recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: 32_000 })
    const tick = setInterval(() => {
      seconds = Math.min(mostSeconds, Math.floor((performance.now() - began) / 1000))
      clock.firstElementChild.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      if (seconds === mostSeconds) finish()
    }, 200)
    recorder.addEventListener('dataavailable', (event) => parts.push(event.data))
    recorder.addEventListener('stop', () => {
      clearInterval(tick)
      for (const track of stream.getTracks()) track.stop()
      seconds = Math.max(1, Math.min(mostSeconds, Math.round((performance.now() - began) / 1000)))
      sound = new Blob(parts, { type: kind })
      player.src = URL.createObjectURL(sound)
      start.textContent = again
      start.classList.add('quiet')
      swap(false)
      status.textContent = seconds === mostSeconds ? full : ready
      player.focus()
    })
    recorder.start()
    clock.firstElementChild.textContent = '0:00'
    status.textContent = running
    swap(true)
  }

  // Waits until what was said is there.
  function finish() {
    if (recorder?.state !== 'recording') return Promise.resolve()
    return new Promise((resolve) => {
      recorder.addEventListener('stop', resolve, { once: true })
      recorder.stop()
    })
  }

  // It is sent without leaving the page, so that what does not arrive can be sent again.
  form.addEventListener('submit', async (event) => {
    const isRecording = recorder?.state === 'recording'
    if (!sound && !isRecording) return
    event.preventDefault()
    if (!navigator.onLine) {
      event.stopPropagation()
      return tell(form.dataset.failed)
    }
    if (isSending) return
    isSending = true
    await finish()
    tell('')
    send.setAttribute('aria-disabled', 'true')
    status.textContent = form.dataset.sending
    const fields = new FormData(form)
    fields.set('opname', sound, 'opname')
    fields.set('seconden', String(seconds))
    fields.set('script', 'ja')
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields })
      const place = answer.headers.get('Location')
      if (answer.status === 201 && place) {
        sound = undefined
        location.assign(place)
        return
      }
      tell(faults(await answer.text()) || form.dataset.failed)
    } catch {
      tell(form.dataset.failed)
    }
    status.textContent = ready
    send.removeAttribute('aria-disabled')
    isSending = false
  })

  // What the page that came back would have said.
  function faults(page) {
    const answer = new DOMParser().parseFromString(page, 'text/html')
    const told = [...answer.querySelectorAll('[role=alert] li')]
    return (told.length ? told : [...answer.querySelectorAll('main p.card')]).map((one) => one.textContent).join(' ')
  }

  addEventListener('beforeunload', (event) => {
    if (sound) event.preventDefault()
  })
}
