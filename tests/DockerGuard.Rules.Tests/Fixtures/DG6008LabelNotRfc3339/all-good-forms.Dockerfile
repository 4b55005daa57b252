# policy: schema=l0:rfc3339,l1:rfc3339,l2:rfc3339
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l0=2026-11-22T09:30:00Z \
      l1=2026-11-22T09:30:00.123456789+01:00 \
      l2=2024-02-29t23:59:60z
