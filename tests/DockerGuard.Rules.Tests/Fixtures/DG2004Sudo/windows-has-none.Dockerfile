# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
RUN sudo config --enable normal
