# expect DG5006 40-42
from mcr.microsoft.com/dotnet/sdk:10.0 AS build
run true
from mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
