# policy: schema=l:rfc3339
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=2026-11-22T09:30:00Z
