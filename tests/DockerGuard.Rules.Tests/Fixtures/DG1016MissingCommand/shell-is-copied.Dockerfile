FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=busybox:1.37 /bin/busybox /bin/sh
RUN mkdir /data
ENTRYPOINT dotnet /app/Web.dll
