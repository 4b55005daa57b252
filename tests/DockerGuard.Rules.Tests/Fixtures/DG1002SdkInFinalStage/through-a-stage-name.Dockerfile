# expect DG1002 6-46
FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
WORKDIR /src
COPY . .
RUN dotnet publish -o /app

FROM build
ENTRYPOINT ["dotnet", "/app/Web.dll"]
