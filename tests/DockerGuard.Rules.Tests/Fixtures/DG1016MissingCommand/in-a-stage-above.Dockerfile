FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
WORKDIR /app

FROM base AS ready
# expect DG1016 1-4
RUN mkdir /data

FROM ready
COPY publish .
RUN mkdir /more
ENTRYPOINT ["dotnet", "Web.dll"]
