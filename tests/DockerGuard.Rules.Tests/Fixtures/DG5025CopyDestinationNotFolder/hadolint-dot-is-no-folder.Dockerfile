# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
# expect DG5025 10-11
COPY a b .
ADD a b /app
ONBUILD COPY a b /app
