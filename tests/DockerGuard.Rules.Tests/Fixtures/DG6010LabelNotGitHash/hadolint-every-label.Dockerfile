# policy: profile=hadolint; schema=l:hash
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6010 9-13
LABEL l=main
# expect DG6010 9-18
LABEL l=2dbfae912
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=43c572f1272b6b3171dd1db9e41b7027128ce080
