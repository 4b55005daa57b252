FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS installed
RUN apt-get update && apt-get install -y --no-install-recommends dnf=4.0 && dnf --version

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS elsewhere
RUN export PATH=/opt/alpine/sbin:$PATH; apk --version

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN ln -s /opt/alpine/sbin/apk /usr/local/bin/apk && apk --version
COPY --from=installed /app /app
COPY --from=elsewhere /app /app
