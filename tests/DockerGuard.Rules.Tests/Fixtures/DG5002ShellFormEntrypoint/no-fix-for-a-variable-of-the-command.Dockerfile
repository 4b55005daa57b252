FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5002 1-4
CMD A=b dotnet Web.dll
