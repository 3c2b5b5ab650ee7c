@echo off
rem Starts Shadewalk with the first Java 25 or newer that this machine offers.
setlocal enabledelayedexpansion
set "home=%~dp0.."
set "java="

if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :consider "%%~dpj.."
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
  if exist "%%~r" for /d %%d in ("%%~r\*") do call :consider "%%~d"
)

if not defined java (
  echo shadewalk needs Java 25 or newer: install a JDK 25 ^(https://adoptium.net^) or set JAVA_HOME to one. 1>&2
  exit /b 1
)
"%java%" -XX:+UseSerialGC -Xms96m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -Xshare:auto -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=javafx.graphics -p "%home%\lib" -m shadewalk/shadewalk.Main %*
exit /b %errorlevel%

:consider
if defined java exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "version=%%~v"
for /f "delims=.-+" %%m in ("!version!") do if %%m geq 25 set "java=%~1\bin\java.exe"
exit /b
