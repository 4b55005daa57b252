FROM mcr.microsoft.com/dotnet/sdk:10.0
WORKDIR /app
COPY . .
ENTRYPOINT ["dotnet", "run", "--project", "Web"]
