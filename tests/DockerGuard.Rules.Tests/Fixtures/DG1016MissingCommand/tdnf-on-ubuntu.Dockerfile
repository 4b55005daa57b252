FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG1016 5-9
RUN tdnf install -y curl
