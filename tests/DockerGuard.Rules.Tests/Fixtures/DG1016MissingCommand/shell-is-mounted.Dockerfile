FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
RUN --mount=from=busybox:1.37,source=/bin,target=/bin mkdir /data
ENTRYPOINT ["dotnet", "/app/Web.dll"]
