"""Real servers on 127.0.0.1 for the tests: Python's, and nginx and Apache with the settings of the bundle."""

from __future__ import annotations

import functools
import http.server
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MODULES = Path("/usr/lib/apache2/modules")
APACHE_NEEDS = (
    "mpm_event", "authz_core", "alias", "headers", "mime", "dir", "deflate", "filter", "setenvif",
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a server said: status, headers with names in lower case, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(address: str, method: str = "GET", **headers: str) -> Answer:
    """One request; an error status is an answer too."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, method=method, headers=sent)  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(request, timeout=10) as said:  # noqa: S310 - our own server
            return Answer(said.status, {k.lower(): v for k, v in said.headers.items()}, said.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, {k.lower(): v for k, v in error.headers.items()}, error.read())


@contextmanager
def python(folder: Path) -> Iterator[str]:
    """``python3 -m http.server`` in ``folder``; gives its address with a slash at the end."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()


@contextmanager
def nginx(settings: str, site: Path, folder: Path) -> Iterator[str]:
    """nginx with the bundle's ``settings`` as they are, but for port and paths. Logs lie in ``folder``."""
    port = _free_port()
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "/srv/online-grenzen/site/": f"{site}/",
        "/var/log/nginx/": f"{folder}/",
        "include mime.types;": "include /etc/nginx/mime.types;",
    }
    (folder / "site.conf").write_text(_changed(settings, changes), encoding="utf-8")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"user root;\nworker_processes 1;\ndaemon off;\npid {folder}/pid;\nerror_log {folder}/start.log;\n"
        f"events {{}}\nhttp {{\n{temporary}include {folder}/site.conf;\n}}\n",
        encoding="utf-8",
    )
    with _running([_program("nginx"), "-c", str(folder / "nginx.conf"), "-p", str(folder)], port):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def apache(settings: str, site: Path, folder: Path, root: Path | None = None) -> Iterator[str]:
    """Apache with the bundle's ``settings`` but for the paths; ``root`` is the document root when it is not needed."""
    port = _free_port()
    (folder / "site.conf").write_text(_changed(settings, {"/srv/online-grenzen/site/": f"{site}/"}), encoding="utf-8")
    modules = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in APACHE_NEEDS)
    (folder / "apache.conf").write_text(
        f"{modules}ServerRoot {folder}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
        f"DefaultRuntimeDir {folder}\nErrorLog {folder}/error.log\nTypesConfig /etc/mime.types\n"
        f"DocumentRoot {root or folder / 'empty'}\n"
        f"<Directory />\nRequire all granted\nAllowOverride All\n</Directory>\n"
        f"Include {folder}/site.conf\nCustomLog {folder}/access.log grenzen\n",
        encoding="utf-8",
    )
    (folder / "empty").mkdir(exist_ok=True)
    with _running([_program("apache2"), "-f", str(folder / "apache.conf"), "-DFOREGROUND"], port):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        _wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _wait_for(port: int, process: subprocess.Popen[str]) -> None:
    for _ in range(200):
        assert process.poll() is None, process.communicate()[0]
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing answers on port {port}")


def _changed(settings: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert old in settings, old
        settings = settings.replace(old, new)
    return settings


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/sbin")
    assert found, f"install it with: sudo apt-get install {name}"
    return found
