FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY setup.sh /setup/
RUN /setup/setup.sh
COPY publish /app
HEALTHCHECK CMD curl -f http://localhost:8080/health || exit 1
