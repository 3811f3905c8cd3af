"""The desktop's languages, from where each system keeps them."""

from __future__ import annotations

import pytest

from deskstretch.desktop.wished_languages import wished_languages


@pytest.mark.parametrize(
    ("environment", "wished"),
    [
        ({"LANG": "de_DE.UTF-8"}, ["de_DE.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, ["fr_FR.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, ["ja_JP.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "es:fr"}, ["es", "fr", "de_DE.UTF-8"]),
        ({"LANG": "C", "LANGUAGE": "es"}, ["C"]),
        ({"LANG": "", "LC_ALL": ""}, []),
    ],
)
def test_the_environment_tells_in_the_order_that_gettext_laid_down(
    environment: dict[str, str], wished: list[str]
) -> None:
    assert wished_languages(environment) == wished
