"""A bill of materials: what the app brings along, in which version and under which licence.

CycloneDX 1.6 as JSON, from what the installed parts say of themselves. The same source with the
same parts gives the same bytes.
"""

from __future__ import annotations

import json
import platform
import uuid
from datetime import UTC, datetime
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packages.from_python import source_date
from packages.parts import PROGRAM, all_parts, licence_of, name_of, needed_by

Component = dict[str, object]

QT_PART = "pyside6-essentials"
_QT_LICENCE = "LGPL-3.0-only"


def write_sbom(folder: Path, project: Path) -> Path:
    """The file, in `folder`."""
    file = folder / f"{PROGRAM}-{distribution(PROGRAM).version}.cdx.json"
    folder.mkdir(parents=True, exist_ok=True)
    bill = bill_of_materials(int(source_date(project)))
    file.write_text(json.dumps(bill, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return file


def bill_of_materials(seconds: int) -> dict[str, object]:
    """The whole bill; `seconds` since 1970 is what it is dated."""
    program = distribution(PROGRAM)
    parts = all_parts()
    components = [_component(part, "library") for part in parts]
    components += [_qt(part.version) for part in parts if name_of(part) == QT_PART]
    components.append(_python())
    bill: dict[str, object] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": _component(program, "application"),
        },
        "components": components,
        "dependencies": [_dependencies(part) for part in (program, *parts)],
    }
    # Of its own content: another bill has another number, the same one has the same.
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bill, sort_keys=True))
    return bill | {"serialNumber": f"urn:uuid:{number}"}


def _component(part: Distribution, kind: str) -> Component:
    return {
        "type": kind,
        "bom-ref": _reference(part),
        "name": part.metadata["Name"],
        "version": part.version,
        "purl": _reference(part),
        "licenses": [{"expression": licence_of(part)}],
    }


def _qt(version: str) -> Component:
    return {
        "type": "framework",
        "bom-ref": f"qt@{version}",
        "name": "Qt",
        "version": version,
        "description": "Its libraries are in PySide6-Essentials, which has the same version.",
        "licenses": [{"expression": _QT_LICENCE}],
    }


def _python() -> Component:
    version = platform.python_version()
    return {
        "type": "platform",
        "bom-ref": f"python@{version}",
        "name": "Python",
        "version": version,
        "description": "In the frozen app; elsewhere the system's own.",
        "licenses": [{"expression": "PSF-2.0"}],
    }


def _dependencies(part: Distribution) -> dict[str, object]:
    needs = [_reference(one) for one in needed_by(name_of(part))]
    if name_of(part) == QT_PART:
        needs.append(f"qt@{part.version}")
    return {"ref": _reference(part), "dependsOn": needs}


def _reference(part: Distribution) -> str:
    return f"pkg:pypi/{name_of(part)}@{part.version}"
