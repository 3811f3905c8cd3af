; Inno Setup 6: installs the frozen folder for one person, without an administrator.
;
;   iscc /DVersion=1.2.3 packaging\windows\deskstretch.iss
;
; Starting with Windows is the app's own business ("deskstretch autostart", a value of the Run key);
; settings and history are never touched, not by the uninstaller either.

#ifndef Version
  #error Say which version it is: /DVersion=1.2.3
#endif

[Setup]
AppId=app.deskstretch.deskstretch
AppName=DeskStretch
AppVersion={#Version}
AppPublisher=The DeskStretch authors
VersionInfoVersion={#Version}
PrivilegesRequired=lowest
DefaultDirName={localappdata}\Programs\DeskStretch
DisableProgramGroupPage=yes
DisableDirPage=auto
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\resources\icons\deskstretch.ico
UninstallDisplayIcon={app}\deskstretch.exe
OutputDir=..\..\dist
OutputBaseFilename=deskstretch-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[InstallDelete]
; Of the version before; nothing of the person is in there.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\deskstretch\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
; Notifications and the taskbar are told apart by this name; the program says the same.
Name: "{autoprograms}\DeskStretch"; Filename: "{app}\deskstretch.exe"; AppUserModelID: "app.deskstretch.deskstretch"

[Run]
Filename: "{app}\deskstretch.exe"; Description: "{cm:LaunchProgram,DeskStretch}"; Flags: nowait postinstall skipifsilent

[UninstallRun]
Filename: "{app}\deskstretch.exe"; Parameters: "quit"; RunOnceId: "Quit"; Flags: runhidden
Filename: "{app}\deskstretch.exe"; Parameters: "autostart off"; RunOnceId: "Autostart"; Flags: runhidden
