# expect DG1006 17-31
FROM --platform=$BULIDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0
