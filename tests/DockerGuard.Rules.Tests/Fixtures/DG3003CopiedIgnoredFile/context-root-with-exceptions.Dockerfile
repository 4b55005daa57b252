# ignorefile: **, !src
FROM mcr.microsoft.com/dotnet/sdk:10.0
COPY . /src/
