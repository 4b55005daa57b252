# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
# expect DG5018 5-12
RUN cd \app
SHELL ["powershell", "-Command"]
# expect DG5018 19-28
RUN mkdir C:\src; cd C:\src
