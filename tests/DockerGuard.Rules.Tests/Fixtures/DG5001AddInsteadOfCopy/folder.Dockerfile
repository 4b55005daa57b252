FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5001 1-4
ADD publish/ /app/
