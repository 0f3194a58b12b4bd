"""The bundle's settings in real servers: headers, caching, error pages and logs, at the root and three levels deep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from built import real_site
from grenzen.outputs.bundle import servers as settings
from grenzen.policy import POLICY

from hosting import servers

LANGUAGES = ["da", "nl"]


@pytest.fixture(scope="module", params=["nginx", "nginx-sub-path", "apache", "htaccess"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, str]]:
    """``(address of the site, folder with the logs, name of the settings)``."""
    folder = tmp_path_factory.mktemp("server")
    made, name = settings.make(LANGUAGES), str(request.param)
    if name.startswith("nginx"):
        prefix = settings.SUB_PATH if "sub" in name else "/"
        with servers.nginx(made[f"{name}.conf"], real_site(), folder) as address:
            yield address.rstrip("/") + prefix, folder, name
    elif name == "apache":
        with servers.apache(made["apache.conf"], real_site(), folder) as address:
            yield address.rstrip("/") + settings.SUB_PATH, folder, name
    else:
        site = folder / "own"
        _linked(real_site(), site)
        (site / ".htaccess").write_text(made["htaccess"], encoding="utf-8")
        log = 'LogFormat "%h %t %m %U %>s %b" grenzen\n# /srv/online-grenzen/site/\n'
        with servers.apache(log, site, folder, root=site) as address:
            yield address, folder, name


def _linked(site: Path, target: Path) -> None:
    target.mkdir()
    for part in site.iterdir():
        (target / part.name).symlink_to(part)


def test_every_answer_carries_the_security_headers(place: tuple[str, Path, str]) -> None:
    for page in ("index.html", "nl/index.html", "nl/assets/search/index.js", "nl/not-there.html"):
        said = servers.ask(place[0] + page)
        for name, value in settings.HEADERS.items():
            assert said.headers.get(name.lower()) == value, (page, name)


def test_the_door_opens_without_a_file_name(place: tuple[str, Path, str]) -> None:
    said = servers.ask(place[0])
    assert said.status == 200
    assert b"nl/index.html" in said.body


def test_pages_are_asked_for_again_and_files_with_a_digest_are_not(place: tuple[str, Path, str]) -> None:
    assert servers.ask(place[0] + "nl/index.html").headers["cache-control"] == "no-cache"
    assert servers.ask(place[0] + "nl/assets/search/index.js").headers["cache-control"] == "no-cache"
    for name in ("css/site.*.css", "js/theme.*.js", "fonts/*.woff2"):
        hashed = next(real_site().glob(f"nl/assets/{name}")).relative_to(real_site()).as_posix()
        assert servers.ask(place[0] + hashed).headers["cache-control"] == "public, max-age=31536000, immutable", hashed


def test_texts_are_utf8_and_fonts_have_their_type(place: tuple[str, Path, str]) -> None:
    assert servers.ask(place[0] + "da/index.html").headers["content-type"].lower() == "text/html; charset=utf-8"
    script = next(real_site().glob("da/assets/js/*.js")).name
    assert "javascript" in servers.ask(f"{place[0]}da/assets/js/{script}").headers["content-type"]
    font = next(real_site().glob("nl/assets/fonts/*.woff2")).name
    assert servers.ask(f"{place[0]}nl/assets/fonts/{font}").headers["content-type"] == "font/woff2"


def test_pages_travel_compressed(place: tuple[str, Path, str]) -> None:
    assert servers.ask(place[0] + "nl/index.html", Accept_Encoding="gzip").headers.get("content-encoding") == "gzip"


def test_a_missing_page_answers_404_in_its_own_language(place: tuple[str, Path, str]) -> None:
    if place[2] == "htaccess":  # it does not know its own address
        assert servers.ask(place[0] + "da/act/not-there.html").status == 404
        return
    said = servers.ask(place[0] + "da/act/not-there.html")
    assert said.status == 404
    assert b'lang="da"' in said.body


def test_nothing_can_be_sent_to_the_site(place: tuple[str, Path, str]) -> None:
    assert servers.ask(place[0] + "nl/index.html", "POST").status in (403, 405)


def test_what_people_look_up_reaches_no_log(place: tuple[str, Path, str]) -> None:
    for page in ("nl/index.html", "nl/not-there.html"):
        servers.ask(f"{place[0]}{page}?q=hemmelighed", Referer="http://127.0.0.1/?q=hemmelighed")
    logs = [path.read_text(encoding="utf-8", errors="replace") for path in place[1].glob("*.log")]
    assert any("nl/index.html" in log for log in logs), "the requests are logged at all"
    assert not [log for log in logs if "hemmelighed" in log]


def test_the_header_is_the_policy_of_the_pages_and_forbids_frames() -> None:
    assert settings.HEADERS["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"


# ── IIS: no server here, so its file is held to the schema's names ──

KNOWN = {
    "configuration": {"system.webServer", "location"},
    "location": {"system.webServer"},
    "system.webServer": {
        "directoryBrowse", "defaultDocument", "staticContent", "httpErrors", "httpProtocol", "security",
        "urlCompression",
    },
    "defaultDocument": {"files"},
    "files": {"clear", "add"},
    "staticContent": {"remove", "mimeMap", "clientCache"},
    "httpErrors": {"remove", "error"},
    "httpProtocol": {"customHeaders"},
    "customHeaders": {"remove", "add"},
    "security": {"requestFiltering"},
    "requestFiltering": {"verbs"},
    "verbs": {"add"},
}  # fmt: skip
"""Elements of IIS' configuration schema that the file uses, with the ones that may stand in them
(https://learn.microsoft.com/iis/configuration/system.webserver/)."""


def web_config() -> ElementTree.Element:
    return ElementTree.fromstring(settings.make(LANGUAGES)["web.config"])  # noqa: S314 - our own text


def test_web_config_is_xml_with_known_elements_only() -> None:
    tree = web_config()
    for element in tree.iter():
        assert {child.tag for child in element} <= KNOWN.get(element.tag, set()), element.tag


def test_web_config_sends_the_same_headers() -> None:
    tree = web_config()
    added = tree.findall("system.webServer/httpProtocol/customHeaders/add")
    sent = {one.attrib["name"]: one.attrib["value"] for one in added}
    assert sent == {**settings.HEADERS, "Cache-Control": "no-cache"}


def test_web_config_adds_no_type_twice() -> None:
    """IIS answers 500.19 to a second mapping of one ending: each is removed before it is added."""
    content = web_config().find("system.webServer/staticContent")
    assert content is not None
    removed = [one.attrib["fileExtension"] for one in content.findall("remove")]
    added = [one.attrib["fileExtension"] for one in content.findall("mimeMap")]
    assert removed == added == list(dict.fromkeys(added))
