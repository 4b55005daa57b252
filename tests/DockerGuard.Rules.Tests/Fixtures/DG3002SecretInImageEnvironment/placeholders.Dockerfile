FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV A="Server=db;Password=<password>" B="Server=db;Password={password}" C="Server=db;Password=#{DbPassword}#" D="Server=db;Password="
