FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y google-chrome-stable
COPY publish /app
HEALTHCHECK CMD wget -qO- http://localhost:8080/health || exit 1
