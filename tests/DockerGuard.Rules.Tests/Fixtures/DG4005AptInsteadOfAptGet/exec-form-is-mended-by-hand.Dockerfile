FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4005 7-10
RUN ["apt", "update"]
