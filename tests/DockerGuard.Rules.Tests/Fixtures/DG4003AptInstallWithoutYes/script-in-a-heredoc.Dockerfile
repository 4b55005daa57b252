# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN <<EOF
set -e
apt-get update
# expect DG4003 9-16
apt-get install --no-install-recommends tzdata
rm -rf /var/lib/apt/lists/*
EOF
