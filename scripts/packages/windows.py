"""What Windows shows of the frozen program in its properties, written for PyInstaller."""

from __future__ import annotations

_RESOURCE = """\
VSVersionInfo(
    ffi=FixedFileInfo(
        filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1,
        subtype=0x0, date=(0, 0),
    ),
    kids=[
        StringFileInfo([StringTable("040904B0", [
            StringStruct("CompanyName", "The DeskStretch authors"),
            StringStruct("FileDescription", "DeskStretch"),
            StringStruct("FileVersion", "{version}"),
            StringStruct("InternalName", "deskstretch"),
            StringStruct("LegalCopyright", "MIT licence"),
            StringStruct("OriginalFilename", "deskstretch.exe"),
            StringStruct("ProductName", "DeskStretch"),
            StringStruct("ProductVersion", "{version}"),
        ])]),
        VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
    ],
)
"""


def version_resource(version: str) -> str:
    """The text that PyInstaller makes the resource from. ValueError unless it is like "1.2.3"."""
    numbers = tuple(map(int, version.split(".")))
    return _RESOURCE.format(version=version, numbers=(*numbers, 0, 0, 0, 0)[:4])
