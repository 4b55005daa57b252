FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5028 15-16
COPY publish/ .
# expect DG5028 14-20
ADD a.tar.gz "data"
