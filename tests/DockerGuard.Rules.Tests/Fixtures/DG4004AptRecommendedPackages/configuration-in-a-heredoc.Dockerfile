# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
COPY <<EOF /etc/apt/apt.conf.d/99lean
APT::Install-Recommends "false";
EOF
RUN apt-get update && apt-get install -y tzdata && rm -rf /var/lib/apt/lists/*
