FROM mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled-extra
# expect DG1016 6-15
RUN ["apt-get", "update"]
COPY publish /app
ENTRYPOINT ["dotnet", "/app/Web.dll"]
