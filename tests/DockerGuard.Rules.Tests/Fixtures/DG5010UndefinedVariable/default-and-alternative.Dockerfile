FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV A=${X:-1} B=${Y:+:$PATH} C=${Z-}
