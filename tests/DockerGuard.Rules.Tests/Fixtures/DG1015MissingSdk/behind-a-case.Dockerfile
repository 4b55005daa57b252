FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS build
ARG TARGETARCH
WORKDIR /src
COPY . .
# expect DG1015 95-127
RUN case "$TARGETARCH" in amd64) RID=linux-x64;; arm64) RID=linux-arm64;; *) exit 1;; esac && dotnet publish -r "$RID" -o /app
