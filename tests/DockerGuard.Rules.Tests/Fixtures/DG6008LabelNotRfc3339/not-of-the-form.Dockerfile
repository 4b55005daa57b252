# policy: schema=l:rfc3339
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6008 9-30
LABEL l=2026-11-22T09:30:00.Z
