# policy: schema=l:hash
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=43c572f1272b6b3171dd1db9e41b7027128ce080
