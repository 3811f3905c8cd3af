"""Keeps resources/languages in step with the texts of the program: `./dev languages [CODE]...`.

Collects every marked text of the source and every text of the stretches, brings each language's
program.po and stretches.po up to date (what is new stands there empty, what is gone is dropped),
compiles them to the .mo files that the program reads, and tells how much is translated. A new
language begins with its code, once it stands in `LANGUAGES` of core/language.py.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from deskstretch.core.catalogue_language import texts_of
from deskstretch.core.language import ENGLISH, LANGUAGES
from deskstretch.store.catalogue_file import load_catalogue

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "deskstretch"
FOLDER = ROOT / "resources" / "languages"
TRANSLATED = tuple(code for code in LANGUAGES if code != ENGLISH)

_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_NOTE = """\
# {language}: drafted, and waiting for review by a native speaker.
# `./dev languages` brings this file up to date; translators fill in msgstr."""
_WIDTH = 100

Key = tuple[str | None, str]
"""A text's context and its English, in the singular where it counts."""


class Found(NamedTuple):
    """One English text to be translated."""

    texts: str | tuple[str, ...]
    context: str | None
    places: tuple[str, ...]
    comments: tuple[str, ...]


class _Texts(Catalog):
    """Without dates and names in its header: the same texts make the same files."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext needs to know."""
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def template(texts: str) -> dict[Key, Found]:
    """Every English text of "program" or "stretches", by context and text, in a lasting order."""
    found = _program_texts() if texts == "program" else _stretch_texts()
    merged: dict[Key, Found] = {}
    for entry in found:
        single = entry.texts if isinstance(entry.texts, str) else entry.texts[0]
        before = merged.get((entry.context, single))
        if before is not None:
            is_plural = isinstance(before.texts, tuple)
            entry = Found(
                before.texts if is_plural else entry.texts,
                entry.context,
                tuple(dict.fromkeys((*before.places, *entry.places))),
                tuple(dict.fromkeys((*before.comments, *entry.comments))),
            )
        merged[(entry.context, single)] = entry
    return merged


def _program_texts() -> Iterator[Found]:
    extracted = extract_from_dir(
        SOURCE,
        method_map=[("**.py", "python")],
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    # Sorted, because folders are listed in any order; without lines, which change all the time.
    for file, _line, texts, comments, context in sorted(extracted, key=lambda one: one[:2]):
        if texts:
            yield Found(texts, context, (file,), tuple(comments))


def _stretch_texts() -> Iterator[Found]:
    for place, text in texts_of(load_catalogue().catalogue):
        yield Found(text, None, (place,), ())


def brought_up_to_date(language: str, texts: str) -> Catalog:
    """The translations there are of the texts there are now; what is new is empty."""
    before = read_language(language, texts)
    english_name = Locale.parse(language).english_name
    catalog = _Texts(
        locale=language, header_comment=_NOTE.format(language=english_name), fuzzy=False
    )
    for (context, single), found in template(texts).items():
        old = before.get(single, context)
        catalog.add(
            found.texts,
            old.string if old is not None and _is_of_the_same_kind(old.id, found.texts) else None,
            locations=[(place, None) for place in found.places],  # type: ignore[misc]
            auto_comments=found.comments,
            user_comments=old.user_comments if old is not None else (),
            context=context,
        )
    return catalog


def read_language(language: str, texts: str) -> Catalog:
    """What the language's file holds; nothing where there is none yet."""
    file = FOLDER / language / f"{texts}.po"
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as lines:
        return read_po(lines, locale=language, abort_invalid=True)


def po_bytes(catalog: Catalog) -> bytes:
    """The file for translators."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=_WIDTH, omit_header=False, ignore_obsolete=True)
    return buffer.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """The compiled file that the program reads."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """The texts that have no translation yet, or not in every form."""
    missing = []
    for message in catalog:
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.fuzzy or not all(strings):
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return missing


def _is_of_the_same_kind(old: object, new: object) -> bool:
    return isinstance(old, str) == isinstance(new, str)


def main() -> int:
    """Bring the languages' files up to date; 1 if something is not translated."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("language", nargs="*", choices=[*TRANSLATED, []], default=[])
    parser.add_argument("--missing", action="store_true", help="list what is not translated")
    arguments = parser.parse_args()
    complete = True
    for language in arguments.language or TRANSLATED:
        (FOLDER / language).mkdir(parents=True, exist_ok=True)
        for texts in ("program", "stretches"):
            catalog = brought_up_to_date(language, texts)
            (FOLDER / language / f"{texts}.po").write_bytes(po_bytes(catalog))
            (FOLDER / language / f"{texts}.mo").write_bytes(mo_bytes(catalog))
            missing = untranslated(catalog)
            complete = complete and not missing
            print(f"{language} {texts}: {len(catalog) - len(missing)} of {len(catalog)} translated")
            for text in missing if arguments.missing else ():
                print(f"    {msgspec.json.encode(text).decode()}")
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main())
