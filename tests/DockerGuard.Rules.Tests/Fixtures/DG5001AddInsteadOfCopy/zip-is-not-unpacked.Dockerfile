FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5001 3-6
  add tools.zip /tools/
