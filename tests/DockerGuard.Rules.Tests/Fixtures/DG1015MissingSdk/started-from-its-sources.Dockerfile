FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY . .
# expect DG1015 24-27
ENTRYPOINT ["dotnet", "run", "--project", "Web"]
