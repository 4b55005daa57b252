# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
COPY tool.apk /tmp/
RUN apk add --no-cache /tmp/tool.apk ./other.apk
