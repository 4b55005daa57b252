FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS build
ARG TARGETARCH
WORKDIR /src
COPY . .
RUN case "$TARGETARCH" in \
# expect DG1015 14-49
      amd64) dotnet publish -r linux-x64 -o /app ;; \
      *) dotnet publish -r linux-arm64 -o /app ;; \
    esac
