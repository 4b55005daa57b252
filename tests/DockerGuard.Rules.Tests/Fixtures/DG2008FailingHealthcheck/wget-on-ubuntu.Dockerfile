FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update && apt-get install -y --no-install-recommends libgdiplus tzdata
COPY publish /app
# expect DG2008 17-21
HEALTHCHECK CMD wget -qO- http://localhost:8080/health | grep -q Healthy
