# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ONBUILD COPY --from=busybox:1.37 / /
