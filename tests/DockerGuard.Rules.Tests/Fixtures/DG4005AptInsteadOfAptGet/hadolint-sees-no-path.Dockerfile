# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN /usr/bin/apt update && sudo apt update
