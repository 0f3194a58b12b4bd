"""The content security policy of every page: as ``<meta>`` in the page, as a header in the hosting examples.

No inline script, style or handler, nothing from elsewhere. ``frame-ancestors`` is missing because a ``<meta>`` may not
carry it; the hosting examples add it as a header.
"""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'"
)
