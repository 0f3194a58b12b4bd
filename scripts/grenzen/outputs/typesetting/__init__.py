"""What cards and sheets share: the press (Typst in worker processes, with a cache), type, glyphs, whose house it is.

Knows paper and PDFs, no cards and no sheets. ``press`` makes PDFs and pictures, ``glyphs`` knows which characters the
fonts can print, ``house`` holds what an organisation may set, ``printed`` is what is told about a file, ``base.typ`` is
the type every template starts from.
"""
