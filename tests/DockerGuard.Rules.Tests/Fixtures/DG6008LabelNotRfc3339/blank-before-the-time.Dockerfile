# policy: schema=l:rfc3339,m:rfc3339
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6008 9-31
# expect DG6008 34-55
LABEL l="2026-11-22 09:30:00Z" m=2026-11-22\ 09:30:00Z
