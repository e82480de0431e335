# Installs leadrules @VERSION@ for you alone, into ~\.local\bin or the folder $env:LEADRULES_BIN. What is downloaded is
# checked before anything of it is put there. $env:LEADRULES_DOWNLOADS says where the archives lie, if not at their usual
# place.
$ErrorActionPreference = 'Stop'
$version = '@VERSION@'
$downloads = if ($env:LEADRULES_DOWNLOADS) { $env:LEADRULES_DOWNLOADS } else { '@DOWNLOADS@' }
$bin = if ($env:LEADRULES_BIN) { $env:LEADRULES_BIN } else { Join-Path $HOME '.local\bin' }
$sums = @'
@SUMS@
'@

# Windows on arm64 runs this one too.
$name = "leadrules-$version-x86_64-pc-windows-msvc"
$line = $sums -split "\r?\n" | Where-Object { $_.EndsWith("  $name.zip") }
if (-not $line) { throw 'leadrules was not installed: this release has no program for Windows' }

$work = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())
New-Item -ItemType Directory $work | Out-Null
try {
    $archive = Join-Path $work 'archive.zip'
    Invoke-WebRequest -UseBasicParsing "$downloads/$name.zip" -OutFile $archive
    if ((Get-FileHash -Algorithm SHA256 $archive).Hash -ne ($line -split ' ')[0]) {
        throw 'leadrules was not installed: what was downloaded is not what was released (its checksum differs)'
    }
    Expand-Archive $archive $work
    New-Item -ItemType Directory -Force $bin | Out-Null
    Copy-Item -Force (Join-Path $work "$name\leadrules.exe") $bin
} finally {
    Remove-Item -Recurse -Force $work
}
Write-Output "leadrules $version is installed as $(Join-Path $bin 'leadrules.exe')"
if (($env:PATH -split [IO.Path]::PathSeparator) -notcontains $bin) {
    Write-Output "Your shell does not look there yet. Add it: `$env:PATH = '$bin;' + `$env:PATH"
}
