"""Ready settings for nginx, Apache and IIS: the same headers, caching and logs, written once here.

The texts stand in ``servers/`` with ``{holes}``; this fills them. nginx and Apache are really started with these files
in the tests, at the root and three levels deep.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from grenzen.policy import POLICY

TEXTS = Path(__file__).parent / "servers"
SUB_PATH = "/intranet/personeel/grenzen/"
"""The example of a sub-path in the settings."""

HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Sent with every answer, errors too. ``frame-ancestors`` only works as a header."""

HASHED = ("assets/css", "assets/js", "assets/fonts")
"""Folders whose linked files all carry a digest in their name (see ``grenzen.fingerprint``)."""

TEXT_TYPES = (
    "text/html", "text/css", "text/plain", "application/javascript", "application/json", "image/svg+xml",
)  # fmt: skip

_HASHED_NAME = r"\.[0-9a-f]{8}\.(css|js|woff2|svg|png|jpe?g|webp)$"


def make(languages: Sequence[str]) -> dict[str, str]:
    """File name to text for a site in these languages; the first one also answers what is not found elsewhere."""
    return {
        "nginx.conf": nginx("/", languages),
        "nginx-sub-path.conf": nginx(SUB_PATH, languages),
        "apache.conf": _filled("apache.conf", prefix=SUB_PATH, rules=_apache_rules(languages, SUB_PATH, "    ")),
        "htaccess": _filled("htaccess", rules=_apache_rules(languages, None, "")),
        "web.config": _filled(
            "web.config", first=languages[0], xml_headers=_xml_headers(), xml_hashed=_xml_hashed(languages)
        ),
    }


def nginx(prefix: str, languages: Sequence[str]) -> str:
    """The settings for nginx below ``prefix``, which starts and ends with a slash."""
    lines = [f"    add_header {name} {quoteattr(value)} always;\n" for name, value in HEADERS.items()]
    folder = "/srv/online-grenzen/site/"
    others = [
        f"        location {prefix}{code}/ {{ alias {folder}{code}/; error_page 404 {prefix}{code}/404.html; }}\n"
        for code in languages[1:]
    ]
    onward = "" if prefix == "/" else f"    location = {prefix.rstrip('/')} {{ return 301 {prefix}; }}\n"
    return _filled(
        "nginx.conf",
        prefix=prefix,
        first=languages[0],
        headers="".join(lines),
        not_found="".join(others),
        onward=onward,
    )


def _apache_rules(languages: Sequence[str], prefix: str | None, indent: str) -> str:
    """Headers, caching and error pages; a ``.htaccess`` does not know its own address and keeps Apache's error page."""
    lines = [
        "DirectoryIndex index.html",
        "AddDefaultCharset utf-8",
        "AddType font/woff2 .woff2",
        "AddType application/javascript .js",
        "AddCharset utf-8 .js .css .svg .json .txt",
        *(f"ErrorDocument 404 {prefix}{languages[0]}/404.html" for _ in [1] if prefix),
        "<LimitExcept GET HEAD>",
        "    Require all denied",
        "</LimitExcept>",
        *(f"Header always set {name} {quoteattr(value)}" for name, value in HEADERS.items()),
        'Header always set Cache-Control "no-cache"',
        f'<FilesMatch "{_HASHED_NAME}">',
        '    Header always set Cache-Control "public, max-age=31536000, immutable"',
        "</FilesMatch>",
        "<IfModule mod_deflate.c>",
        f"    AddOutputFilterByType DEFLATE {' '.join(TEXT_TYPES)}",
        "</IfModule>",
    ]
    return "".join(f"{indent}{line}\n" for line in lines)


def _xml_headers() -> str:
    pairs = {**HEADERS, "Cache-Control": "no-cache"}
    return "".join(f'        <add name="{name}" value={quoteattr(value)} />\n' for name, value in pairs.items())


def _xml_hashed(languages: Sequence[str]) -> str:
    """In folders where every name carries a digest nothing is asked for twice."""
    return "".join(
        f"""  <location path="{code}/{folder}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <remove name="Cache-Control" />
        </customHeaders>
      </httpProtocol>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />
      </staticContent>
    </system.webServer>
  </location>
"""
        for code in languages
        for folder in HASHED
    )


def _filled(name: str, **holes: str) -> str:
    return (TEXTS / name).read_text(encoding="utf-8").format(**holes)
