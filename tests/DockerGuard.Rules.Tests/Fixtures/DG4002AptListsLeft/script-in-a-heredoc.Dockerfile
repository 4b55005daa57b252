# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN <<EOF
set -e
# expect DG4002 9-15
apt-get update
apt-get install -y --no-install-recommends tzdata
EOF
