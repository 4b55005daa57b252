FROM mcr.microsoft.com/dotnet/aspnet:10.0
ADD tools.tar.gz README.md /tools/
