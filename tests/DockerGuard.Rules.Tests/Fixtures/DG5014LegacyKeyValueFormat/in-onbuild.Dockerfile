FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5014 13-16
ONBUILD ENV A b
