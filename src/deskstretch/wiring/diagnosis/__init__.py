"""Looks at everything the app relies on, as the app does, for `deskstretch doctor`."""
