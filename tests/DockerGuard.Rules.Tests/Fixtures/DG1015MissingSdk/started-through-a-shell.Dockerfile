FROM mcr.microsoft.com/dotnet/runtime:10.0
WORKDIR /app
# expect DG1015 12-16
CMD dotnet test
