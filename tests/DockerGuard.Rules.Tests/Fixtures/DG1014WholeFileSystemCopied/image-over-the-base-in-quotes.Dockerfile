FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG1014 49-52
COPY --from=mcr.microsoft.com/dotnet/sdk:10.0 [ "/", "/" ]
