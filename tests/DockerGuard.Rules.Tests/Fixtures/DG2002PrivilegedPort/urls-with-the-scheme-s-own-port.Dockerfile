FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG2002 5-30
ENV ASPNETCORE_URLS=https://+
