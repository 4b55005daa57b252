# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
RUN type a.txt | find "b"
SHELL ["powershell", "-Command"]
RUN Get-Content a.txt | Select-Object -First 1
