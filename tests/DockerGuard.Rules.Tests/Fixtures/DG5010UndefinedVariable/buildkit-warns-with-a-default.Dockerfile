# policy: profile=buildkit
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5010 7-10
# expect DG5010 17-19
ENV A=${X:-1} B=$Y
