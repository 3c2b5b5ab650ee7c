@echo off
rem Packs Shadewalk with its own Java into target\installer.
rem   installer\windows\package.bat        a folder, started by Shadewalk\Shadewalk.exe
rem   installer\windows\package.bat msi    an installer (needs the WiX tools)
rem It needs JAVA_HOME set to a JDK 25 or newer, and target\shadewalk: mvn -DskipTests package
setlocal
cd /d "%~dp0..\.."
if not defined JAVA_HOME (
  echo set JAVA_HOME to a JDK 25 or newer 1>&2
  exit /b 1
)
for /f "tokens=2" %%v in ('call target\shadewalk\bin\shadewalk.bat --version') do set "version=%%v"
set "version=%version:-SNAPSHOT=%"
if "%~1"=="" (
  if exist target\installer\Shadewalk rmdir /s /q target\installer\Shadewalk
  "%JAVA_HOME%\bin\jpackage" @installer\common\jpackage.options --type app-image --app-version %version% --icon installer\windows\shadewalk.ico
) else (
  "%JAVA_HOME%\bin\jpackage" @installer\common\jpackage.options --type %1 --app-version %version% --icon installer\windows\shadewalk.ico --license-file LICENSE --win-menu --win-shortcut --win-dir-chooser
)
