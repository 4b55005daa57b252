ARG PLATFORM=linux/s390x
# expect DG1010 27-69
FROM --platform=$PLATFORM mcr.microsoft.com/dotnet/aspnet:10.0-noble
