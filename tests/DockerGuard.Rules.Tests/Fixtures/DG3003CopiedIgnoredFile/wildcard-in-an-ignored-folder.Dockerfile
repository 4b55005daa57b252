# ignorefile: node_modules, !README.md
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG3003 6-23
COPY node_modules/*.js /app/
