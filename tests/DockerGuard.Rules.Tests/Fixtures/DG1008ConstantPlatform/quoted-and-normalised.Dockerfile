# expect DG1008 17-25
FROM --platform="x86_64" mcr.microsoft.com/dotnet/sdk:10.0
