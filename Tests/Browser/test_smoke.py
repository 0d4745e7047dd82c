"""The house stands: the server is healthy, and its front page can be read by everybody."""

import urllib.request

from support import looked_at


def test_the_server_says_that_it_is_healthy(server):
    with urllib.request.urlopen(server.base + "/gezond", timeout=10) as answer:
        assert answer.status == 200


def test_the_front_page_has_no_barriers_on_a_phone(server, phone, javascript):
    page = phone.new_page()
    assert page.goto(server.base + "/").status == 200
    looked_at(page, f"voorpagina-telefoon-{'met' if javascript else 'zonder'}-javascript")


def test_the_front_page_has_no_barriers_on_a_desktop(server, desktop):
    page = desktop.new_page()
    assert page.goto(server.base + "/").status == 200
    looked_at(page, "voorpagina-scherm")
