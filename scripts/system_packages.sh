# The system libraries and programs that ./dev needs, and how Debian and Ubuntu provide them.
#
# One line each: what must be there (a library, a program or a path), then its Debian package.

runtime_needs='
libEGL.so.1                 libegl1
libGL.so.1                  libgl1
libX11-xcb.so.1             libx11-xcb1
libdbus-1.so.3              libdbus-1-3
libfontconfig.so.1          libfontconfig1
libglib-2.0.so.0            libglib2.0-0
libwayland-client.so.0      libwayland-client0
libwayland-cursor.so.0      libwayland-cursor0
libwayland-egl.so.1         libwayland-egl1
libxcb-cursor.so.0          libxcb-cursor0
libxcb-icccm.so.4           libxcb-icccm4
libxcb-image.so.0           libxcb-image0
libxcb-keysyms.so.1         libxcb-keysyms1
libxcb-randr.so.0           libxcb-randr0
libxcb-render-util.so.0     libxcb-render-util0
libxcb-shape.so.0           libxcb-shape0
libxcb-shm.so.0             libxcb-shm0
libxcb-sync.so.1            libxcb-sync1
libxcb-xfixes.so.0          libxcb-xfixes0
libxcb-xkb.so.1             libxcb-xkb1
libxkbcommon-x11.so.0       libxkbcommon-x11-0
libxkbcommon.so.0           libxkbcommon0
/usr/share/fonts/truetype   fonts-dejavu-core
'

# The virtual desktop: a screen, a window manager, two kinds of tray, a bus, a hand on the mouse;
# sway, which is as light; what tells that somebody must not be disturbed, and how programs are to
# look; what reads the files for menus, manuals and shells; and the letters by which the room of
# every text is measured.
desktop_needs='
Xvfb                        xvfb
appstreamcli                appstream
dbus-daemon                 dbus-daemon
desktop-file-validate       desktop-file-utils
fish                        fish
gio                         libglib2.0-bin
groff                       groff-base
hsetroot                    hsetroot
openbox                     openbox
pactl                       pulseaudio-utils
pipewire                    pipewire
pulseaudio                  pulseaudio
setpriv                     util-linux
sway                        sway
trayer                      trayer
wireplumber                 wireplumber
xfce4-panel                 xfce4-panel
wtype                       wtype
xdotool                     xdotool
xwininfo                    x11-utils
xrandr                      x11-xserver-utils
xsettingsd                  xsettingsd
zsh                         zsh
/usr/libexec/at-spi2-registryd at-spi2-core
/usr/libexec/dconf-service  dconf-gsettings-backend
/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core
/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf fonts-noto-core
/usr/share/applications/xfce4-notifyd-config.desktop xfce4-notifyd
/usr/share/glib-2.0/schemas/org.gnome.desktop.notifications.gschema.xml gsettings-desktop-schemas
'

# The heavier desktops of ./dev desktops.
gnome_needs='
gnome-shell                 gnome-shell
pipewire                    pipewire
'
kde_needs='
kwin_wayland                kwin-wayland
'

# What a clean Debian is made by and entered with.
roots_needs='
/usr/sbin/debootstrap       debootstrap
setpriv                     util-linux
unshare                     util-linux
'

# require_system_packages GROUP...: install what is missing, or name it and stop.
require_system_packages() {
    [ "$(uname)" = Linux ] || return 0
    missing=
    for group; do
        case $group in
            runtime) missing="$missing $(missing_packages "$runtime_needs")" ;;
            desktop) missing="$missing $(missing_packages "$desktop_needs")" ;;
            gnome) missing="$missing $(missing_packages "$gnome_needs")" ;;
            roots) missing="$missing $(missing_packages "$roots_needs")" ;;
            kde) missing="$missing $(missing_packages "$kde_needs")" ;;
        esac
    done
    # shellcheck disable=SC2086  # a list of words
    set -- $missing
    [ $# -eq 0 ] || install_packages "$@"
}

missing_packages() {
    # ldconfig is not on everybody's PATH.
    libraries=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null || true)
    echo "$1" | while read -r need package; do
        case $need in
            "") ;;
            /*) [ -e "$need" ] || echo "$package" ;;
            lib*.so.*) case $libraries in *"$need "*) ;; *) echo "$package" ;; esac ;;
            *) command -v "$need" >/dev/null || echo "$package" ;;
        esac
    done
}

install_packages() {
    if ! command -v apt-get >/dev/null; then
        echo "./dev: missing; on Debian these packages have it: $*" >&2
        exit 1
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        as_root=sudo
    else
        echo "./dev: missing system packages; as root: apt-get install $*" >&2
        exit 1
    fi
    echo "./dev: installing $*" >&2
    $as_root apt-get -qq update </dev/null
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y \
        -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@" </dev/null >/dev/null
}
