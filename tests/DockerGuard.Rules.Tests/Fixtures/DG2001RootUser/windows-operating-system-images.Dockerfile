# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025 AS full
FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
COPY publish/ C:/app
