ARG BASE=mcr.microsoft.com/dotnet/aspnet:10.0
FROM $BASE
# expect DG1015 5-35
RUN dotnet dev-certs https --trust
