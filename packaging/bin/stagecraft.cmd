@echo off
rem Starts Stagecraft on the first JDK @java.release@ or newer that it finds; the release file of a JDK tells its version.
setlocal EnableExtensions DisableDelayedExpansion
set "LIB=%~dp0..\lib"
set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
    if exist "%%~R" for /d %%J in ("%%~R\*") do call :try "%%~J"
)
if not defined JDK for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
if not defined JDK (
    echo stagecraft: no JDK @java.release@ or newer found. Install one, or set JAVA_HOME to where it is. 1>&2
    exit /b 2
)
set "CACHE="
if "%~1"=="" goto window
if "%~1"=="open" goto window
if "%~1"=="render" goto window
if "%~1"=="rehearse-window" goto window
if "%~1"=="measure-window" goto window
if exist "%LIB%\command-line.aot" set CACHE="-XX:AOTCache=%LIB%\command-line.aot" -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Xlog:disable
"%JDK%\bin\java" -XX:+UseSerialGC -XX:-UsePerfData %CACHE% -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Xmx1g -cp "%LIB%\stagecraft.jar;@windows.libraries@" @main.class@ %*
exit /b %ERRORLEVEL%

:window
if exist "%LIB%\window.aot" set CACHE="-XX:AOTCache=%LIB%\window.aot" -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Xlog:disable
"%JDK%\bin\java" -XX:+UseSerialGC -XX:-UsePerfData %CACHE% --module-path "%LIB%\javafx" --add-modules javafx.controls,javafx.swing --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:CompileThresholdScaling=2 -Xmn32m -Xmx2g -cp "%LIB%\stagecraft.jar;@windows.libraries@" @main.class@ %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims=^=^." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    for /f "delims=" %%N in ('cmd /c "set /a 0%%~V+0 2>nul"') do if %%N GEQ @java.release@ set "JDK=%~1"
)
exit /b 0
