#!/bin/sh
# Signs dist/DeskStretch.app, has Apple notarise it and packs it as a disk image. Runs on macOS only.
#
#   IDENTITY   "Developer ID Application: ...", from the keychain
#   PROFILE    what `xcrun notarytool store-credentials` has stored
set -eu
cd -- "$(dirname -- "$0")/../.."
app=dist/DeskStretch.app
image=dist/DeskStretch.dmg

codesign --force --deep --timestamp --options runtime \
    --entitlements packaging/macos/entitlements.plist --sign "$IDENTITY" "$app"
codesign --verify --deep --strict "$app"
hdiutil create -volname DeskStretch -srcfolder "$app" -ov -format UDZO "$image"
codesign --timestamp --sign "$IDENTITY" "$image"
xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
xcrun stapler staple "$image"
