FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
ARG ROOT
RUN apt-get update && apt-get install -y --no-install-recommends tzdata && rm -rf "$ROOT/var/lib/apt/lists"
