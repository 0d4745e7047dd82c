"""What the journeys share: the devices, and looking at what is on the screen."""

import pathlib

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PHONE = {
    "viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True,
}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
SCREENSHOTS = pathlib.Path(__file__).parent / "screenshots"

# Target size is a rule of WCAG 2.2 AA that axe leaves off unless asked.
AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

# Where JavaScript is off the browser still runs axe for us, but no timer ever goes off and axe would wait for
# ever: short waits then end at once. Long ones are axe's own time limits, and are left out.
TIMERS_WITHOUT_JAVASCRIPT = """() => {
    if (!matchMedia('(scripting: none)').matches) return
    window.setTimeout = (act, wait = 0, ...rest) => {
        if (wait < 50) Promise.resolve().then(() => act(...rest))
        return 0
    }
}"""


def axe(page):
    """Asserts that axe finds nothing, on the page as it is shown, with JavaScript or without."""
    page.evaluate(TIMERS_WITHOUT_JAVASCRIPT)
    violations = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    findings = [
        f"  {violation['id']} ({violation['impact']}): {violation['help']}\n"
        + "\n".join(f"    {node['html']}\n      {node['failureSummary']}" for node in violation["nodes"])
        for violation in violations
    ]
    assert not findings, f"axe found {len(findings)} kinds of barrier on {page.url}:\n" + "\n".join(findings)


def no_sideways_scroll(page):
    """Asserts that the page is no wider than the screen, and names what sticks out."""
    wide, sticking_out = page.evaluate(
        """() => {
            const root = document.documentElement, width = root.clientWidth
            const out = [...document.body.querySelectorAll('*')]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .map(element => element.outerHTML.slice(0, 120))
            return [root.scrollWidth - screen.width, out.slice(-5)]
        }"""
    )
    assert wide <= 0, f"{page.url} is {wide} pixels wider than the screen; sticking out:\n" + "\n".join(sticking_out)


def shot(page, name):
    """Saves the whole page as screenshots/<name>.png, to be looked at."""
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True, animations="disabled")


def looked_at(page, name):
    """Every check a page gets when a journey passes it."""
    no_sideways_scroll(page)
    axe(page)
    shot(page, name)


def login_as(page, base, who):
    """Through the demo's door: presses the button of the person with this name, or the first one of this role."""
    page.goto(base + "/demo")
    button = page.get_by_role("button", name=who)
    if button.count() == 0:  # the name or the role stands beside the button
        button = page.locator("li, tr").filter(has_text=who).get_by_role("button")
    assert button.count() > 0, f"nobody at /demo is called {who!r}"
    button.first.click()
    expect(page).not_to_have_url(base + "/demo")


def take_up(page, base, sentence):
    """A worker takes up the question with these words, on whichever page of the list it waits."""
    page.goto(base + "/vragen")
    card = page.locator("li, section, article").filter(has_text=sentence)
    while card.count() == 0:
        page.get_by_role("link", name="Meer vragen").click()
    card.last.get_by_role("button", name="Ik pak dit op").click()
