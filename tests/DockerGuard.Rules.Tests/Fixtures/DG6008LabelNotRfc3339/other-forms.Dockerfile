# policy: schema=l0:rfc3339,l1:rfc3339,l2:rfc3339,l3:rfc3339,l4:rfc3339,l5:rfc3339,l6:rfc3339
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6008 10-19
LABEL l0=yesterday \
# expect DG6008 10-20
      l1=2026-11-22 \
# expect DG6008 10-32
      l2="2026-11-22 09:30:00Z" \
# expect DG6008 10-30
      l3=2026-02-30T09:30:00Z \
# expect DG6008 10-30
      l4=2026-11-22T24:30:00Z \
# expect DG6008 10-29
      l5=2026-11-22T09:30:00 \
# expect DG6008 10-31
      l6=2026-11-22T09:30:00.Z
