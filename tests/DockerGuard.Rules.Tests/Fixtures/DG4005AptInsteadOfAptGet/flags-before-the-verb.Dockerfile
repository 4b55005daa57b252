FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4005 5-8
RUN apt -y --no-install-recommends -o Dpkg::Use-Pty=0 install tzdata
