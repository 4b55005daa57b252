FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4005 5-8
RUN apt list --installed > /packages.txt
