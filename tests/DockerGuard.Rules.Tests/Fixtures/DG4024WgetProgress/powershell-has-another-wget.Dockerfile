FROM mcr.microsoft.com/powershell:latest
SHELL ["pwsh", "-Command"]
RUN wget https://example.com/tool -OutFile tool
