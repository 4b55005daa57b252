FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# expect DG1016 1-4
RUN mkdir /data
