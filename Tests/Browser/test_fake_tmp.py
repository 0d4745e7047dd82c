import pytest
from support import *
def test_login(server, phone):
    page = phone.new_page()
    login_as(page, server.base, "Kees"); assert "__Host-bk=abc2" in page.content(), page.content()
    login_as(page, server.base, "generalist"); assert "__Host-bk=abc1" in page.content()
def test_bad_axe(server, phone):
    page = phone.new_page(); page.goto(server.base + "/bad"); axe(page)
def test_bad_wide(server, phone):
    page = phone.new_page(); page.goto(server.base + "/bad"); no_sideways_scroll(page)
def test_noviewport(server, phone):
    page = phone.new_page(); page.goto(server.base + "/noviewport"); print(page.evaluate("document.documentElement.clientWidth")); no_sideways_scroll(page); axe(page)
