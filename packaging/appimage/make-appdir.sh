#!/bin/sh
# Lays the frozen folder out as an AppDir: make-appdir.sh FROZEN-FOLDER APPDIR. Then, with the tool
# of the AppImage project:  appimagetool --no-appstream APPDIR dist/DeskStretch-x86_64.AppImage
set -eu
frozen=$1 appdir=$2
here=$(cd -- "$(dirname -- "$0")" && pwd)
packaging=$(dirname -- "$here")
icons=$(dirname -- "$packaging")/resources/icons/hicolor

rm -rf -- "$appdir"
mkdir -p "$appdir/usr/lib" "$appdir/usr/share/applications" "$appdir/usr/share/metainfo" \
    "$appdir/usr/share/icons"
cp -a -- "$frozen" "$appdir/usr/lib/deskstretch"
cp -a -- "$icons" "$appdir/usr/share/icons/hicolor"
cp "$packaging/linux/deskstretch.desktop" "$appdir/usr/share/applications/"
cp "$packaging/linux/deskstretch.metainfo.xml" \
    "$appdir/usr/share/metainfo/app.deskstretch.deskstretch.metainfo.xml"
install -m 755 "$here/AppRun" "$appdir/AppRun"
# Found by the runtime at the top.
cp "$packaging/linux/deskstretch.desktop" "$appdir/"
cp "$icons/256x256/apps/deskstretch.png" "$appdir/deskstretch.png"
ln -s deskstretch.png "$appdir/.DirIcon"
