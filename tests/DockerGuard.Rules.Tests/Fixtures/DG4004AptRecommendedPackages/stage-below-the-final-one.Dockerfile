FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble AS base
# expect DG4004 27-34
RUN apt-get update && apt install -y tzdata && rm -rf /var/lib/apt/lists/*

FROM base AS final
WORKDIR /app
