ARG BASE=mcr.microsoft.com/dotnet/aspnet
# expect DG1003 6-11
FROM $BASE
