# policy: profile=hadolint; schema=l:spdx
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6009 9-19
LABEL l=apache-2.0
