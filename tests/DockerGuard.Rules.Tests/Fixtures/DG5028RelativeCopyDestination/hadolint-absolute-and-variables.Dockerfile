# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY a "/app/a"
COPY a $TARGET
COPY a c:/a
ONBUILD COPY a b
