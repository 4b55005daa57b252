FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV TZ=UTC \
# expect DG2003 5-35
    DOTNET_ENVIRONMENT=development \
    LANG=C.UTF-8
