FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG3001 5-16
ENV DB_PASSWORD=hunter2
