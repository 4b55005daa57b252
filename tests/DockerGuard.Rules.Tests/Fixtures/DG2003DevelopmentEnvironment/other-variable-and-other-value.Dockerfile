FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV APP_ENVIRONMENT=Development ASPNETCORE_ENVIRONMENT=DevelopmentEU
