# expect DG1002 6-39
FROM mcr.microsoft.com/dotnet/sdk:10.0
WORKDIR /src
COPY . .
RUN dotnet publish -o /app
ENTRYPOINT ["dotnet", "/app/Web.dll"]
