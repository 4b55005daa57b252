FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=busybox:1.37 /bin /busybox
SHELL ["/busybox/sh", "-c"]
RUN /busybox/mkdir /data
