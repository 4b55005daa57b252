FROM mcr.microsoft.com/dotnet/sdk:10.0-nanoserver-ltsc2025
RUN echo $name
SHELL ["pwsh", "-Command"]
RUN Write-Output $name
FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN ["echo", "$name"]
RUN <<EOF
#!/usr/bin/env python3
print("$name")
EOF
COPY <<EOF /file
$name
EOF
