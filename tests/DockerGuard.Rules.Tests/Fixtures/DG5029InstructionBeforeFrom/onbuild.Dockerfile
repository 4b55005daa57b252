# policy: profile=hadolint
# expect DG5029 1-8
ONBUILD RUN ls
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
