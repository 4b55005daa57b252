# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4002 13-19
RUN apt-get update && apt-get install -y --no-install-recommends tzdata=2025b-0ubuntu0.24.04
